import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPageProblems } from '../support/find-page-problems.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';
import { getSeenRequests } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: {
  alarms: { create(name: string, when: object): Promise<void>; get(name: string): Promise<{ scheduledTime: number }> };
};

const CLEAR = 'Clear the clipboard after a minute';

let harness: Harness;
let popup: Popup;
let token: string;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.logIn({ grant: 'client_credentials' });
  token = (await popup.readToken())?.access_token ?? '';
});
afterAll(() => harness?.close());

const click = async (name: string, role = 'button'): Promise<void> => {
  await popup.page.bringToFront();
  await popup.clickInSight(`aria/${name}[role="${role}"]`);
};
/** Allowed to the extension once the box is ticked. */
const readClipboard = async (): Promise<string> => {
  await popup.page.bringToFront();
  return popup.page.evaluate(() => navigator.clipboard.readText());
};
/** Resolves when the button says that it has copied, or no longer says so. */
const untilCopied = async (button: string, wanted: boolean): Promise<void> => {
  await popup.page.waitForFunction(
    (label: string, isCopied: boolean) =>
      (document.querySelector(`button[aria-label="${label}"]`)?.textContent === 'Copied') === isCopied,
    { polling: 100 },
    button,
    wanted,
  );
};
const copy = async (button: string): Promise<string> => {
  // It may still say so of the time before.
  await untilCopied(button, false);
  await click(button);
  await untilCopied(button, true);
  return readClipboard();
};
const isArmed = async (): Promise<boolean> => typeof (await popup.readStorage('session'))['copiedDigest'] === 'string';
const untilArmed = (): Promise<void> => waitUntil('the clearing is due', isArmed);
/** As if the minute were over so soon. */
const ring = (afterMs: number): Promise<void> =>
  popup.page.evaluate((ms) => browser.alarms.create('clear-clipboard', { when: Date.now() + ms }), afterMs);

it('The list of formats opens by keyboard, and so does the way to be asked for the clipboard', async () => {
  const { page } = popup;
  await page.bringToFront();
  await page.focus('aria/Copy access token[role="button"]');
  for (const key of ['Tab', 'Enter', 'Tab'] as const) await page.keyboard.press(key);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(focused).toBe('Copy as HTTP header');
  await click(CLEAR, 'checkbox');
  await page.waitForSelector('.copy-formats input:checked');
});

it.each([
  ['access token', () => token],
  ['as HTTP header', () => `Authorization: Bearer ${token}`],
  ['as curl', () => `curl --header 'Authorization: Bearer ${token}' '${API}/me'`],
  ['as HTTPie', () => `http --auth-type=bearer --auth='${token}' GET '${API}/me'`],
  ['as fetch', () => `await fetch("${API}/me", {\n  headers: { Authorization: "Bearer ${token}" },\n});`],
  ['as PowerShell', () => `Invoke-RestMethod -Uri '${API}/me' -Headers @{ Authorization = 'Bearer ${token}' }`],
  ['as .env line', () => `KNETIK_TOKEN=${token}`],
])('“Copy %s” puts it on the clipboard', async (what, buildText) => {
  expect(await copy(`Copy ${what}`)).toBe(buildText());
});

it('A Postman environment can be copied and imported', async () => {
  const environment: unknown = JSON.parse(await copy('Copy as Postman environment'));
  expect(environment).toMatchObject({ values: [{ value: API }, { value: token, type: 'secret' }] });
});

describe('A copied secret', () => {
  it('is cleared after a minute, though the popup is closed by then', async () => {
    await copy('Copy as curl');
    await untilArmed();
    const { scheduledTime } = await popup.page.evaluate(() => browser.alarms.get('clear-clipboard'));
    expect(scheduledTime - Date.now()).toBeGreaterThan(50_000);
    await ring(1000);
    await popup.page.close();
    const page = await harness.openPage(`${FOREIGN}/blank`);
    popup = await harness.openPopup();
    await waitUntil('the alarm has rung', async () => !(await isArmed()));
    await waitUntil('the clipboard is empty', async () => (await readClipboard()) === '');
    await page.close();
  });

  it('is cleared by a background that was stopped', async () => {
    await copy('Copy access token');
    await untilArmed();
    await harness.stopBackground();
    await ring(0);
    await waitUntil('the clipboard is empty', async () => (await readClipboard()) === '');
    expect(await isArmed()).toBe(false);
  });

  it('is left alone when something else was copied since', async () => {
    await click('Copy as…');
    await copy('Copy as curl');
    await untilArmed();
    await popup.page.evaluate(() => navigator.clipboard.writeText('a shopping list'));
    await ring(0);
    await waitUntil('the alarm has rung', async () => !(await isArmed()));
    // That nothing happens shows in nothing.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await readClipboard()).toBe('a shopping list');
  });

  it('is not what a placeholder is', async () => {
    await click('With a placeholder instead of the token', 'checkbox');
    expect(await copy('Copy as curl')).toBe(`curl --header "Authorization: Bearer $KNETIK_TOKEN" '${API}/me'`);
    expect(await isArmed()).toBe(false);
  });
});

it('The preview is the request that the server then receives', async () => {
  await popup.logOut();
  await popup.fill({ grant: 'password', username: 'ada', password: '' });
  await popup.clickInSight('summary ::-p-text(Preview request)');
  await popup.waitForText('Password is needed for this grant.');
  await popup.fill({ password: 'demo' });
  const shown = await popup.page.$eval('aria/The request, secrets masked', (pre) => pre.textContent ?? '');
  expect(shown.endsWith('grant_type=password&client_id=knetik&username=ada&password=••••••••')).toBe(true);
  const [head = '', body] = (await copy('Copy with secrets')).split('\n\n');
  await popup.press('Get token');
  await popup.waitForText('Log out');
  const seen = getSeenRequests(harness, '/oauth/token').at(-1);
  expect(seen?.body).toBe(body);
  const [line, ...headers] = head.split('\n');
  expect(line).toBe(`${seen?.method} https://${seen?.host}${seen?.path}`);
  const sent = headers
    .map((header) => header.split(': ')[0] ?? '')
    .map((name) => `${name}: ${seen?.headers[name.toLowerCase()]}`);
  expect(sent).toEqual(headers);
});

it('axe finds nothing in either, by day and by night, and nothing is wider than 320 px', async () => {
  await popup.page.setViewport({ width: 320, height: 700 });
  await click('Copy as…');
  await popup.page.waitForSelector(`aria/${CLEAR}[role="checkbox"]`);
  expect(await findPageProblems(popup.page)).toEqual([]);
  await click('Change…');
  await popup.clickInSight('summary ::-p-text(Preview request)');
  await popup.press('curl');
  expect(await findPageProblems(popup.page)).toEqual([]);
});
