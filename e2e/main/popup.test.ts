import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccessibilityProblems } from '../support/axe.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN, SIBLING } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

it('A half-filled form survives the closing of the popup', async () => {
  const typed = { grant: 'password', username: 'ada', password: 'half a passw', client_secret: 's3' } as const;
  await popup.fill(typed);
  await popup.page.close();
  popup = await harness.openPopup();
  const { grant: _grant, ...fields } = typed;
  expect(await popup.fieldValues()).toMatchObject(fields);
});

it('Secrets are masked until they are revealed', async () => {
  const readType = () => popup.page.$eval('input[name="password"]', (input) => input.type);
  expect(await readType()).toBe('password');
  await popup.page.locator('[aria-label="Show password"]').click();
  expect(await readType()).toBe('text');
  await popup.page.locator('[aria-label="Hide password"]').click();
  expect(await readType()).toBe('password');
});

it('The whole job can be done with the keyboard alone', async () => {
  const { keyboard } = popup.page;
  const focusedText = () => popup.page.evaluate(() => document.activeElement?.textContent ?? '');
  await popup.page.focus('input[name="username"]');
  await keyboard.press('Tab');
  const isMac = process.platform === 'darwin';
  await keyboard.down(isMac ? 'Meta' : 'Control');
  await keyboard.press('a');
  await keyboard.up(isMac ? 'Meta' : 'Control');
  await keyboard.type('demo');
  await popup.fill({ client_secret: '' });
  await popup.page.focus('input[name="password"]');
  await keyboard.press('Enter');
  await popup.waitForText('Log out');
  for (let presses = 0; (await focusedText()) !== 'Log out' && presses < 10; presses += 1) await keyboard.press('Tab');
  expect(await focusedText()).toBe('Log out');
  await keyboard.press('Enter');
  await popup.waitForText('Logged out');
});

it('The last line says what happens on the tab in front', async () => {
  const page = await harness.openPage(`${FOREIGN}/blank`);
  await popup.waitForTabStatus('Not a KnetikCloud page');
  await page.goto(`${API}/blank`);
  await popup.waitForTabStatus('Get a token, and requests from this page carry it');
  await popup.logIn({ grant: 'client_credentials' });
  await page.bringToFront();
  await popup.waitForTabStatus('Requests from this page carry the token');
  await page.goto(`${SIBLING}/blank`);
  await popup.waitForTabStatus('No token here: yours is for devsandbox.knetikcloud.com');
  await page.close();
  await popup.logOut();
  expect(await popup.text()).toContain('The server has revoked the token.');
});

describe.each(['light', 'dark'] as const)('In %s colours', (colours) => {
  it('axe finds nothing on any screen, and nothing is wider than 320 px', async () => {
    await popup.useColours(colours);
    await popup.page.setViewport({ width: 320, height: 700 });
    const check = async (): Promise<void> => {
      expect(await findAccessibilityProblems(popup.page)).toEqual([]);
      expect(await popup.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    };
    await popup.fill({ grant: 'password', username: '', password: '' });
    await check();
    await popup.press('Get token');
    await popup.waitForText('User name is needed');
    await check();
    await popup.failToLogIn({ username: 'ada', password: 'wrong' });
    await check();
    await popup.fill({ grant: 'client_credentials', client_id: 'slow' });
    await popup.press('Get token');
    await popup.waitForText('Getting a token…');
    await check();
    await popup.press('Cancel');
    await popup.page.waitForSelector('button[type="submit"]');
    await popup.logIn({ client_id: 'knetik' });
    await check();
    for (const view of ['Where it goes', 'Activity', 'Login'] as const) {
      await popup.openView(view);
      await check();
    }
    await popup.logOut();
    await check();
  });
});
