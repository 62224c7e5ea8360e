import { API, SIBLING } from '../support/hosts.ts';
import { ADA } from './popup-scenes.ts';
import type { Scene } from './stage.ts';

const SERVER = { grant: 'client_credentials', client_id: 'game-server', client_secret: 'demo-secret' } as const;
const PASSPHRASE = 'four short words here';

const severalProfiles: Scene = {
  title: 'Several profiles',
  async play(stage) {
    const { popup } = stage;
    const first = await stage.addProfile('Aster sandbox', { colour: 'teal', login: { ...ADA, base_url: API } });
    const second = await stage.addProfile('Aster game server', {
      colour: 'amber',
      login: { ...SERVER, base_url: API },
    });
    await stage.logIn(first, ADA);
    await stage.logIn(second, SERVER);
    await popup.page.waitForSelector('.contest');
    await stage.show('popup-contest', 'Two profiles fit the same page');
    await stage.openProfileList();
    await stage.show('popup-profiles', 'The list of profiles');
    await popup.page.keyboard.type('nothing like it');
    await stage.show('popup-profiles-none', 'No profile found');
    await popup.page.keyboard.press('Escape');
    await stage.leave(first, second);
  },
};

const production: Scene = {
  title: 'Production',
  async play(stage) {
    const id = await stage.addProfile('Aster live', {
      colour: 'red',
      isProduction: true,
      login: { ...ADA, base_url: SIBLING },
    });
    await stage.logIn(id, { ...ADA, base_url: SIBLING });
    await stage.popup.page.waitForSelector('.card');
    await stage.show('popup-production', 'Production, reading only');
    await stage.popup.ask('allowWriting', { profileId: id, minutes: 10 });
    await stage.show('popup-production-writing', 'Production, writing allowed');
    await stage.leave(id);
  },
};

const locked: Scene = {
  title: 'The vault',
  async play(stage) {
    const { popup } = stage;
    await popup.ask('createVault', PASSPHRASE);
    await popup.ask('lockVault', null);
    const field = await popup.page.waitForSelector('input[name="passphrase"]');
    await stage.show('popup-locked', 'The vault is locked');
    await field?.type('not the passphrase');
    await field?.press('Enter');
    await popup.page.waitForSelector('[aria-invalid="true"]');
    await stage.show('popup-locked-wrong', 'A wrong passphrase');
    await popup.ask('unlockVault', { passphrase: PASSPHRASE, source: 'vault' });
    await popup.ask('forgetVault', null);
  },
};

export const PROFILE_SCENES: readonly Scene[] = [severalProfiles, production, locked];
