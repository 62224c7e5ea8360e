import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';

const isChromium = process.env['KC_BROWSER'] === 'chromium';

let harness: Harness;
let page: Page;
beforeAll(async () => {
  harness = await startTestHarness({
    beforeInstall: async (browser) => {
      page = await browser.newPage();
      await page.goto(`${API}/blank`);
    },
  });
});
afterAll(() => harness?.close());

it.runIf(isChromium)('A tab older than the extension is told apart, and one press in the popup mends it', async () => {
  const popup = await harness.openPopup();
  await popup.logIn();
  await page.bringToFront();
  await popup.waitForTabStatus('Reload this tab once, then its requests carry the token');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
  const loaded = page.waitForNavigation();
  await popup.page.$eval('footer button', (button) => button.click());
  await loaded;
  await popup.waitForTabStatus('Requests from this page carry the token');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
});

it.skipIf(isChromium)('Firefox needs no reload of a tab older than the extension', async () => {
  const popup = await harness.openPopup();
  await popup.logIn();
  await page.bringToFront();
  await popup.waitForTabStatus('Requests from this page carry the token');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
});
