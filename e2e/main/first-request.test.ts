import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { waitUntil } from '../support/wait-until.ts';
import { awaitSeenAuthorization } from '../support/seen-requests.ts';

let harness: Harness;
let popup: Popup;

beforeEach(async () => {
  harness = await startTestHarness({
    files: {
      '/parse-time.html': {
        type: 'text/html',
        body: `<script>
          const request = new XMLHttpRequest();
          request.open('GET', '/echo?synchronous', false);
          request.send();
          fetch('/echo?fetched');
        </script>
        <iframe srcdoc="<script>fetch('/echo?srcdoc')</script>"></iframe>
        <iframe src="/child.html"></iframe>`,
      },
      '/child.html': { type: 'text/html', body: `<script>fetch('/echo?child')</script>` },
    },
  });
  popup = await harness.openPopup();
});
afterEach(() => harness?.close());

it('The first requests of a page, at parse time, carry the token; those of its frames too', async () => {
  await popup.logIn();
  await harness.openPage(`${API}/parse-time.html`);
  for (const name of ['synchronous', 'fetched', 'srcdoc', 'child']) {
    expect(await awaitSeenAuthorization(harness, `/echo?${name}`), name).toMatch(/^Bearer /);
  }
});

it('A page that was open before the login needs no reload', async () => {
  const page = await harness.openPage(`${API}/blank`);
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
  await popup.logIn();
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  expect(await callFrom(page, { via: 'XMLHttpRequest', url: '/me' })).toBe(200);
});

it('A background that was stopped after the login changes nothing', async () => {
  const page = await harness.openPage(`${API}/blank`);
  await popup.logIn();
  await popup.page.close();
  await harness.stopBackground();
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  await harness.stopBackground();
  await page.reload();
  expect(await callFrom(page, { via: 'XMLHttpRequest', url: '/me' })).toBe(200);
});

it('Pausing and logging out act before the next request also when the background is stopped', async () => {
  const page = await harness.openPage(`${API}/blank`);
  await popup.logIn();
  await harness.stopBackground();
  await popup.flipSwitch();
  await waitUntil('the background has stopped sending', async () => {
    return (await popup.isPaused()) && (await popup.readMark(API)) === undefined;
  });
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
  await popup.flipSwitch();
  await waitUntil('the background sends again', async () => !(await popup.isPaused()));
  await harness.stopBackground();
  await popup.press('Log out');
  await popup.page.waitForSelector('form');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
});

it('Pausing and logging out act before the next request', async () => {
  const page = await harness.openPage(`${API}/blank`);
  await popup.logIn();
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);

  await popup.flipSwitch();
  await page.bringToFront();
  await popup.waitForTabStatus('Paused: this page sends no token');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);

  await popup.flipSwitch();
  await page.bringToFront();
  await popup.waitForTabStatus('Requests from this page carry the token');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);

  await popup.press('Log out');
  await popup.page.waitForSelector('form');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(401);
  expect(await callFrom(page, { via: 'synchronous XMLHttpRequest', url: '/me' })).toBe(401);
});
