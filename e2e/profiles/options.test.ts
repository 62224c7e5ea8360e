import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccessibilityProblems } from '../support/axe.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { OptionsPage } from '../support/options-page.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { readProfiles } from '../support/profiles.ts';
import { waitUntil } from '../support/wait-until.ts';

let harness: Harness;
let popup: Popup;
let options: OptionsPage;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  options = await OptionsPage.open(harness);
});
afterAll(() => harness?.close());

describe('On the options page', () => {
  it('a profile is made of an app and an environment', async () => {
    await options.press('New profile');
    await options.fill('Name', 'Aster live');
    await options.choose('Environment', 'production');
    await options.fill('App name', 'aster');
    await options.press('Save');
    await options.waitForNames('devsandbox', 'Aster live');
    const saved = (await readProfiles(popup)).find(({ name }) => name === 'Aster live');
    expect(saved).toMatchObject({ isProduction: true, form: { base_url: 'https://aster.knetikcloud.com' } });
  });

  it('what is wrong is said, and nothing that was typed is lost', async () => {
    await options.press('Edit: Aster live');
    await options.fill('Name', '');
    await options.fill('App name', 'no such name!');
    await options.press('Save');
    await options.page.waitForSelector('[aria-invalid="true"]');
    await options.fill('Name', 'Aster');
    await options.fill('App name', 'aster');
    await options.press('Save');
    await options.waitForNames('devsandbox', 'Aster');
    expect((await readProfiles(popup)).map(({ name }) => name).toSorted()).toEqual(['Aster', 'devsandbox']);
  });

  it('profiles are copied, moved, deleted and brought back', async () => {
    await options.press('Duplicate: Aster');
    await options.waitForNames('devsandbox', 'Aster', 'Aster 2');
    await options.press('Move up: Aster 2');
    await options.waitForNames('devsandbox', 'Aster 2', 'Aster');
    await options.press('Delete: Aster 2');
    await options.waitForNames('devsandbox', 'Aster');
    await options.press('Undo');
    await options.waitForNames('devsandbox', 'Aster 2', 'Aster');
    expect(await readProfiles(popup)).toHaveLength(3);
  });

  it('a login that is deleted sends nothing from the next request on, and goes on when it is brought back', async () => {
    await popup.logIn({ grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' });
    const page = await harness.openPage(`${API}/blank`);
    expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
    await options.press('Delete: devsandbox');
    await options.waitForText('Deleted: devsandbox');
    await popup.reachOpenPages();
    expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
    await options.press('Undo');
    await options.waitForNames('devsandbox', 'Aster 2', 'Aster');
    await waitUntil('it goes on', async () => (await callFrom(page, { via: 'fetch', url: '/me' })) === 200);
  });

  it('a damaged profile is shown as a problem, and the others go on', async () => {
    const damaged = (await readProfiles(popup)).find(({ name }) => name === 'Aster 2');
    await popup.page.evaluate(async (key) => {
      await browser.storage.local.set({ [key]: { version: 1, value: { name: 'half of it' } } });
    }, `profile:${damaged?.id}`);
    await options.waitForNames('devsandbox', 'Aster');
    await options.page.waitForFunction(() => document.querySelector('#problems')?.textContent.includes('Throw away'));
    expect(JSON.stringify(await popup.readStorage('local'))).toContain('half of it');
  });

  it('settings are synced only when that is switched on, and with them no profile and no secret', async () => {
    await options.fill('Minutes that writing stays allowed', '7');
    await options.page.keyboard.press('Tab');
    await waitUntil('it is stored', async () =>
      JSON.stringify(await popup.readStorage('local')).includes('"writingMinutes":7'),
    );
    expect(await popup.readStorage('sync')).toEqual({});
    await options.tick('Sync these settings with your browser account');
    await waitUntil('they are synced', async () => 'settings' in (await popup.readStorage('sync')));
    const synced = JSON.stringify(await popup.readStorage('sync'));
    expect(synced).toContain('autoLockMinutes');
    expect(synced).not.toMatch(/devsandbox|Aster|ada|knetik/);
    await options.tick('Sync these settings with your browser account');
    await waitUntil('nothing is left there', async () => !('settings' in (await popup.readStorage('sync'))));
  });

  it('axe finds nothing, and nothing is wider than 320 px', async () => {
    expect(await findAccessibilityProblems(options.page)).toEqual([]);
    await options.page.setViewport({ width: 320, height: 800 });
    const width = await options.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });
});

/** In the extension's own pages. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };
