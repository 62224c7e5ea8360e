import type { KeyInput } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { moveFocusTo, readFocus } from '../support/keyboard.ts';
import { OptionsPage } from '../support/options-page.ts';
import { waitUntil } from '../support/wait-until.ts';

const PASSPHRASE = 'four short words here';
const CURL = `curl ${API}/oauth/token -d grant_type=client_credentials -d client_id=game-server -d client_secret=demo-secret`;

let harness: Harness;
let options: OptionsPage;

beforeAll(async () => {
  harness = await startTestHarness();
  options = await OptionsPage.open(harness);
  await options.waitForNames('devsandbox');
  await options.page.bringToFront();
});
afterAll(() => harness?.close());

const press = (...keys: KeyInput[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => options.page.keyboard.press(key)), Promise.resolve());
const type = (text: string): Promise<void> => options.page.keyboard.type(text);

const tabTo = (name: string): Promise<void> => moveFocusTo(options.page, name);
const tabBackTo = (name: string): Promise<void> => moveFocusTo(options.page, name, 'Shift+Tab');
const readFocusName = async (): Promise<string> => (await readFocus(options.page)).name;

async function expectFocus(name: string): Promise<void> {
  await expect.poll(readFocusName).toBe(name);
}

describe('By keyboard alone', () => {
  it('a profile is added; what is wrong leads to its field', async () => {
    await tabTo('New profile');
    await press('Enter');
    await options.waitForText('Environment');
    await tabTo('Name');
    await options.page.keyboard.down('Control');
    await press('a');
    await options.page.keyboard.up('Control');
    await press('Backspace');
    await tabTo('Save');
    await press('Enter');
    await expectFocus('Name');
    await options.waitForText('A name is needed');
    await tabTo('Save');
    await tabBackTo('Name');
    await press('Enter');
    await expectFocus('Name');
    await type('Aster');
    await press('Enter');
    await options.waitForNames('devsandbox', 'Aster');
    await expectFocus('New profile');
  });

  it('a profile is edited and gets another colour', async () => {
    await tabTo('Edit: Aster');
    await press(' ');
    await options.waitForText('Edit Aster');
    await tabTo('Blue');
    await press('ArrowRight');
    await expectFocus('Teal');
    await tabTo('Save');
    await press('Enter');
    await options.waitForNames('devsandbox', 'Aster');
    expect(await options.page.waitForSelector('.profiles .colour-teal')).toBeTruthy();
  });

  it('a profile is moved, and the focus goes with it', async () => {
    await tabTo('Move up: Aster');
    await press('Enter');
    await options.waitForNames('Aster', 'devsandbox');
    await expectFocus('Move up: Aster');
    await tabTo('Move down: Aster');
    await press('Enter');
    await options.waitForNames('devsandbox', 'Aster');
    await expectFocus('Move down: Aster');
  });

  it('a profile is deleted, and brought back from where the focus is then', async () => {
    await tabTo('Delete: Aster');
    await press('Enter');
    await options.waitForText('Deleted: Aster');
    await expectFocus('Undo');
    await press('Enter');
    await options.waitForNames('devsandbox', 'Aster');
    await expectFocus('New profile');
  });

  it('a curl line is imported', async () => {
    await tabTo('Paste an export, a curl line, a form body, or a Postman or OpenAPI document');
    await type(CURL);
    await press('Tab', 'Enter');
    await expectFocus('Profiles to look at: 1');
    await tabTo('Add selected (1)');
    await press('Enter');
    await options.waitForText('Profiles added behind all others: 1');
    await waitUntil('the list shows it', async () => (await options.readNames()).length === 3);
  });

  it('a vault is made, locked and unlocked', async () => {
    await tabTo('Passphrase');
    await type(PASSPHRASE);
    await tabTo('The same again');
    await type(PASSPHRASE);
    await press('Enter');
    await options.waitForText('Lock now');
    await expectFocus('Vault');
    await tabTo('Lock now');
    await press(' ');
    await options.waitForText('The vault is locked.');
    await expectFocus('Vault');
    await tabTo('Passphrase');
    await type(PASSPHRASE);
    await press('Enter');
    await options.waitForText('Lock now');
    expect(await options.readStorage('local')).toHaveProperty('vault');
  });

  it('nobody is caught: Tab goes from the first to the last thing and back', async () => {
    await tabBackTo('Profiles');
    await tabTo('Sync these settings with your browser account');
    await tabBackTo('Profiles');
    expect(await readFocusName()).toBe('Profiles');
  });
});
