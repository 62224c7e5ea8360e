import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { SIBLING } from '../support/hosts.ts';
import { moveFocusTo, pressKeys, readFocus } from '../support/keyboard.ts';
import type { Popup } from '../support/popup.ts';
import { waitUntil } from '../support/wait-until.ts';

const PASSPHRASE = 'four short words here';

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.page.setViewport({ width: 400, height: 600 });
});
afterAll(() => harness?.close());

const press = (keys: string): Promise<void> => pressKeys(popup.page, keys);
const type = (text: string): Promise<void> => popup.page.keyboard.type(text);
const goTo = (name: string): Promise<void> => moveFocusTo(popup.page, name);
const goBackTo = (name: string): Promise<void> => moveFocusTo(popup.page, name, 'Shift+Tab');
/** Waits until the focus is there, moved by the popup itself, and shows. */
const expectFocus = (name: string | RegExp): Promise<void> =>
  waitUntil(`the focus is on ${name}, and shows`, async () => {
    const focus = await readFocus(popup.page);
    return focus.problem === '' && (typeof name === 'string' ? focus.name === name : name.test(focus.name));
  });
const expectPill = (word: string): Promise<void> =>
  waitUntil(`the popup says “${word}”`, () =>
    popup.page.evaluate((text) => document.querySelector('nav .pill')?.textContent === text, word),
  );
const readProfileName = (): Promise<string | undefined> =>
  popup.page.evaluate(() => document.querySelector('.current-profile .name')?.textContent);

describe('With the keyboard alone', () => {
  it('a user logs in with the password grant, and is where the token is', async () => {
    await expectFocus('Get token');
    await goBackTo('Grant type');
    await press('ArrowDown');
    await goTo('User name');
    await type('ada');
    await goTo('Password');
    await type('demo');
    await press('Enter');
    await popup.waitForText('Log out');
    await expectFocus('ada');
    await expectPill('logged in');
  });

  it('switches between the views, adds a page and takes it away again', async () => {
    await goBackTo('Where it goes');
    await press('Enter');
    await expectFocus('Where it goes');
    await goTo('Another page');
    await type(SIBLING);
    await press('Enter');
    await popup.page.waitForSelector(`aria/Remove: page ${SIBLING}[role="button"]`);
    await expectFocus('Another page');
    await goBackTo(`Remove: page ${SIBLING}`);
    await press('Enter');
    await expectFocus('Pages whose requests carry it');
    await goBackTo('Activity');
    await press(' ');
    await popup.page.waitForSelector('.activity');
    await goBackTo('Login');
    await press('Enter');
    await popup.waitForText('Log out');
  });

  it('pauses everything and resumes', async () => {
    await goTo('Send token');
    await press(' ');
    await expectPill('paused');
    expect(await popup.isPaused()).toBe(true);
    await press(' ');
    await expectPill('logged in');
    await expectFocus('Send token');
  });

  it('makes a profile and switches back with Ctrl+K and one more key', async () => {
    const first = await readProfileName();
    await press('Control+K');
    await expectFocus('Find a profile');
    await goTo('New profile');
    await press('Enter');
    await waitUntil('it is shown', async () => (await readProfileName()) === 'New profile');
    await expectPill('logged out');
    await expectFocus('Get token');
    await press('Control+K');
    await expectFocus('Find a profile');
    await press('Escape');
    await expectFocus(/^Profile: New profile/);
    await press('Control+K');
    await expectFocus('Find a profile');
    await press('1');
    await waitUntil('the first is shown', async () => (await readProfileName()) === first);
    await expectPill('logged in');
    await expectFocus('ada');
  });

  it('locks the vault, and unlocks it', async () => {
    expect(await popup.ask('createVault', PASSPHRASE)).toEqual({ res: { ok: true } });
    await popup.page.waitForSelector('aria/Lock[role="button"]');
    await goBackTo('Lock');
    await press('Enter');
    await expectFocus('Passphrase');
    await expectPill('locked');
    await type(PASSPHRASE);
    await press('Enter');
    await popup.waitForText('Log out');
    await expectFocus('ada');
  });

  it('logs out, and can log in again at once', async () => {
    await goTo('Log out');
    await press('Enter');
    await expectPill('logged out');
    await expectFocus('Password');
  });
});
