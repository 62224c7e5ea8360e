import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAccessibilityProblems } from '../support/axe.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SIBLING } from '../support/hosts.ts';
import { openOwnPage } from '../support/open-own-page.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: { tabs: { query(all: object): Promise<{ id: number; url?: string }[]> } };

let harness: Harness;
let popup: Popup;
let page: Page;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.logIn();
  page = await harness.openPage(`${API}/blank`);
  await callFrom(page, { via: 'fetch', url: '/echo?plain=secret-value' });
  await callFrom(page, { via: 'fetch', url: '/oauth/token?endpoint=1', method: 'POST' });
});
afterAll(() => harness?.close());

/** Not what is rendered: rows that were not in sight yet are not. */
const read = (from: Page, selector: string): Promise<string[]> =>
  from.evaluate(
    (wanted: string) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent),
    selector,
  );
const readResult = async (from: Page): Promise<string> => (await read(from, '.explain [role="status"]')).join();

it('A request of the list is opened by keyboard, explained condition by condition, and closed to where it was', async () => {
  await popup.openView('Activity');
  await popup.waitForText('POST /oauth/token?endpoint=…');
  await popup.page.focus('button.entry');
  await popup.page.keyboard.press('Enter');
  await popup.page.waitForSelector('.conditions');
  expect(await readResult(popup.page)).toContain('Such a request does not carry the token.');
  expect((await read(popup.page, '.conditions .fails')).join()).toContain(
    'It is not the endpoint that takes credentials',
  );
  expect(await read(popup.page, '.conditions .skipped')).toEqual([]);
  expect(await findAccessibilityProblems(popup.page)).toEqual([]);
  expect(await popup.text()).not.toContain('secret-value');
  await popup.press('Back to the list');
  await popup.page.waitForFunction(() => document.activeElement?.className === 'entry');
});

it('The verdict follows what the user changes', async () => {
  await popup.page.locator('li:nth-child(2) button.entry').click();
  await popup.waitForText('Such a request carries the token of');
  await popup.flipSwitch();
  await popup.waitForText('Switch “Send token” on.');
  await popup.flipSwitch();
  await popup.waitForText('Such a request carries the token of');
  expect(await readResult(popup.page)).not.toContain('Send token');
  await popup.press('Back to the list');
});

it('A page is explained at an address of its own, and another request is asked about there', async () => {
  const asked = await openOwnPage(
    harness,
    `popup.html?explain=${encodeURIComponent(`${SIBLING}/blank`)}`,
    '.conditions',
  );
  expect(await readResult(asked)).toContain('Use on this site');
  const field = await asked.waitForSelector('input[name="explain-url"]');
  await field?.click({ count: 3 });
  await field?.type('no address');
  await field?.press('Enter');
  await asked.waitForFunction(() => document.body.innerText.includes('This is no address.'));
  expect(await field?.evaluate((element) => element.value)).toBe('no address');
  await asked.close();
});

it('The panel shows the inspected tab’s requests alone, through navigations, until they are cleared', async () => {
  const other = await harness.openPage(`${API}/blank`);
  await callFrom(other, { via: 'fetch', url: '/echo?other=1' });
  const tabs = await popup.page.evaluate(() => browser.tabs.query({}));
  const ids = tabs.filter(({ url }) => url?.startsWith(API)).map(({ id }) => id);
  const [panel, otherPanel] = [
    await openOwnPage(harness, `devtools-panel.html?tabId=${Math.min(...ids)}`, 'button.entry'),
    await openOwnPage(harness, `devtools-panel.html?tabId=${Math.max(...ids)}`, 'button.entry'),
  ];
  const paths = (of: Page): Promise<string[]> => read(of, '.entry .request');
  expect(await paths(panel)).toEqual(['POST /oauth/token?endpoint=…', 'GET /echo?plain=…']);
  expect(await paths(otherPanel)).toEqual(['GET /echo?other=…']);
  await page.bringToFront();
  await page.goto(`${API}/blank?again`);
  await callFrom(page, { via: 'fetch', url: '/echo?again=1' });
  await panel.bringToFront();
  await panel.waitForFunction(() => document.querySelectorAll('.entry').length === 3);
  await panel.locator('button.entry').click();
  await panel.waitForSelector('.conditions');
  expect(await readResult(panel)).toContain('Such a request carries the token of');
  expect(await findAccessibilityProblems(panel)).toEqual([]);
  await panel.locator('.activity-actions button').click();
  await panel.waitForFunction(() => document.querySelectorAll('.entry').length === 0);
  expect(await paths(otherPanel)).toEqual(['GET /echo?other=…']);
});
