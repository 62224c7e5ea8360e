import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { getSeenAuthorization } from '../support/seen-requests.ts';

const BEARER = /^Bearer [\w-]{36}$/;
const CARRIES = 'Requests from this page carry the token';

let harness: Harness;
let popup: Popup;
let page: Page;
let other: Page;
let caseNumber = 0;

beforeAll(async () => {
  harness = await startTestHarness({
    files: {
      '/worker.js': {
        type: 'text/javascript',
        body: 'onfetch = (event) => event.respondWith(fetch(event.request)); onactivate = () => clients.claim();',
      },
    },
  });
  popup = await harness.openPopup();
  await popup.logIn();
  other = await harness.openPage(`${API}/blank`);
  page = await harness.openPage(`${API}/blank`);
});
afterAll(() => harness?.close());

/** What the server sees of the next call of this tab. */
async function see(tab: Page, via: (typeof WAYS)[number] = 'fetch'): Promise<string | undefined> {
  const path = `/echo?switch=${(caseNumber += 1)}`;
  await callFrom(tab, { via, url: path });
  return getSeenAuthorization(harness, path);
}

it('Off in this tab: the next request of this tab carries nothing, also after a reload; those of others do', async () => {
  await popup.waitForTabStatus(CARRIES);
  await popup.pressForTab('Off in this tab');
  await popup.waitForTabStatus('Off in this tab: this page sends no token');
  for (const via of WAYS) expect(await see(page, via)).toBeUndefined();
  await page.reload();
  for (const via of WAYS) expect(await see(page, via)).toBeUndefined();
  expect(await see(other)).toMatch(BEARER);
  await popup.pressForTab('Switch on');
  expect(await see(page)).toMatch(BEARER);
});

it('Off on this site: the next request of every tab of the site carries nothing, also when the background is stopped', async () => {
  await popup.waitForTabStatus(CARRIES);
  await popup.pressForTab('Off on this site');
  await popup.waitForTabStatus('Off on this site: this page sends no token');
  await harness.stopBackground();
  for (const tab of [page, other]) expect(await see(tab)).toBeUndefined();
  const opened = await harness.openPage(`${API}/blank`);
  expect(await see(opened)).toBeUndefined();
  await popup.waitForTabStatus('Off on this site: this page sends no token');
  await popup.pressForTab('Switch on');
  for (const tab of [page, other, opened]) expect(await see(tab)).toMatch(BEARER);
  await opened.close();
});

it('Paused everywhere: the next request of every tab carries nothing', async () => {
  await popup.flipSwitch();
  for (const tab of [page, other]) expect(await see(tab)).toBeUndefined();
  await popup.flipSwitch();
  for (const tab of [page, other]) expect(await see(tab)).toMatch(BEARER);
});

it.runIf(process.env['KC_BROWSER'] === 'chromium')(
  'Off in this tab holds for what its page’s service worker passes on, too',
  async () => {
    await page.bringToFront();
    await popup.waitForTabStatus(CARRIES);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    expect(await see(page)).toMatch(BEARER);
    await popup.pressForTab('Off in this tab');
    expect(await see(page)).toBeUndefined();
    await page.reload();
    expect(await see(page)).toBeUndefined();
  },
);
