import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import type { IssuedToken } from '../../utils/oauth2/token-response';
import type { Popup } from '../support/popup.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

/** A token that lives for an hour, so that nothing but a 401 renews it. */
const LOGIN = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
const RULE_MS = 10_000;

let harness: Harness;
let popup: Popup;
let page: Page;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.logIn(LOGIN);
  page = await harness.openPage(`${API}/blank`);
});
afterAll(() => harness?.close());
beforeEach(() => {
  harness.sandbox.log.length = 0;
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const countTokenRequests = () => getSeenRequests(harness, '/oauth/token').length;

async function readToken(): Promise<IssuedToken> {
  const token = await popup.readToken();
  if (!token) throw new Error('Nobody is logged in.');
  return token;
}

/** Has somebody else revoke the access token, so that the API rejects it. */
async function revokeBehindItsBack(): Promise<void> {
  const { access_token } = await readToken();
  await page.evaluate(async (token) => {
    await fetch('/oauth/revoke', { method: 'POST', body: new URLSearchParams({ client_id: 'knetik', token }) });
  }, access_token);
}

/** Past the time in which no page can bring about another token request. */
async function waitForRule(): Promise<void> {
  const { issuedAtMs } = await readToken();
  await wait(Math.max(issuedAtMs + RULE_MS + 200 - Date.now(), 0));
}

/** The same without the wait, as if the token had been issued earlier. */
async function ageToken(): Promise<void> {
  // What the test before has brought about is over by then: it was rejected for being too early.
  await wait(1_000);
  await popup.page.evaluate(async (ageMs) => {
    const { tokenStates } = await browser.storage.session.get('tokenStates');
    for (const { token } of Object.values(tokenStates)) token.issuedAtMs -= ageMs;
    await browser.storage.session.set({ tokenStates });
  }, RULE_MS);
}

it('A fetch with a body whose token is rejected is sent again with a new one, and the page sees only that', async () => {
  await waitForRule();
  await revokeBehindItsBack();
  const body = JSON.stringify({ display_name: 'Ada “again” ö' });
  const headers = { 'Content-Type': 'application/json' };
  const ways = ['fetch', 'Request'] as const;
  const put = (via: (typeof ways)[number]) =>
    callFrom(page, { via, url: `/users/1?${via}`, method: 'PUT', headers, body });
  expect(await Promise.all(ways.map(put))).toEqual([200, 200]);
  for (const via of ways) {
    const seen = getSeenRequests(harness, `/users/1?${via}`);
    const sent = ['PUT', 'application/json', body];
    expect(seen.map((each) => [each.method, each.headers['content-type'], each.body])).toEqual([sent, sent]);
    const [first, second] = seen.map((each) => each.headers['authorization']);
    expect([first === second, second]).toEqual([false, `Bearer ${(await readToken()).access_token}`]);
  }
  expect(countTokenRequests()).toBe(1);
}, 30_000);

it('Many requests that are rejected at once bring about one token request, and all of them succeed', async () => {
  await ageToken();
  await revokeBehindItsBack();
  const statuses = await page.evaluate(() =>
    Promise.all(Array.from({ length: 100 }, async (_, index) => (await fetch(`/me?${index}`)).status)),
  );
  expect([new Set(statuses), countTokenRequests()]).toEqual([new Set([200]), 1]);
}, 30_000);

it('Within ten seconds of a token request no page can bring about another one, and the page sees the 401', async () => {
  await ageToken();
  await revokeBehindItsBack();
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  await wait(1_500);
  await revokeBehindItsBack();
  for (const via of WAYS) expect(await callFrom(page, { via, url: '/me' })).toBe(401);
  expect(countTokenRequests()).toBe(1);
}, 30_000);

it('An XMLHttpRequest whose token is rejected is sent again in Firefox; in Chromium the next one succeeds', async () => {
  for (const via of ['XMLHttpRequest', 'synchronous XMLHttpRequest'] as const) {
    await ageToken();
    await revokeBehindItsBack();
    const before = await readToken();
    const first = await callFrom(page, { via, url: '/me' });
    expect(first).toBe(harness.browserName === 'firefox' ? 200 : 401);
    await expect.poll(async () => (await readToken()).access_token, { timeout: 5_000 }).not.toBe(before.access_token);
    expect(await callFrom(page, { via, url: '/me' })).toBe(200);
  }
  expect(countTokenRequests()).toBe(2);
}, 60_000);

/** In the extension's own pages. */
declare const browser: {
  storage: {
    session: {
      get(key: string): Promise<{ tokenStates: Record<string, { token: { issuedAtMs: number } }> }>;
      set(items: object): Promise<void>;
    };
  };
};
