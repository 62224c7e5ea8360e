import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { findInFolder } from '../support/find-in-folder.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { waitUntil } from '../support/wait-until.ts';
import { collectAll, SPYING_PAGE } from '../support/spying-page.ts';

const PASSWORD = 'p+a&s=s%ö 1';
const isChromium = process.env['KC_BROWSER'] === 'chromium';

let harness: Harness;
beforeEach(async () => {
  harness = await startTestHarness({ files: SPYING_PAGE });
});
afterEach(() => harness?.close());

/** The tokens that the server has seen: access tokens in headers, and both kinds when they were revoked. */
function getTokens(): string[] {
  const used = harness.sandbox.log.flatMap(({ headers }) => headers['authorization']?.replace('Bearer ', '') ?? []);
  const revoked = harness.sandbox.log
    .filter(({ path }) => path === '/oauth/revoke')
    .flatMap(({ body }) => new URLSearchParams(body).get('token') ?? []);
  return [...new Set([...used, ...revoked])];
}

/** The tokens that the extension holds now, out of its memory. */
async function readHeldTokens(popup: Popup): Promise<string[]> {
  const { access_token, refresh_token } = (await popup.readToken()) ?? {};
  return [access_token, refresh_token].filter((token) => token !== undefined);
}

async function useEverything(page: Page): Promise<void> {
  for (const via of WAYS) expect(await callFrom(page, { via, url: '/me' })).toBe(200);
}

it('No page sees the token: not in its globals, events, frames, timings, storage, nor in its service worker', async () => {
  const popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', username: 'grace', password: PASSWORD });
  const page = await harness.openPage(`${API}/spying.html`);
  await page.evaluate(() => (globalThis as unknown as { ready: Promise<unknown> }).ready);
  await useEverything(page);
  await page.reload();
  await useEverything(page);
  const collected = await page.evaluate(collectAll);

  const tokens = await readHeldTokens(popup);
  expect(tokens).toHaveLength(2);
  // The spies work: they have seen the page's own requests, the frame's globals and the service worker's reports.
  expect(collected).toContain('setRequestHeader');
  expect(collected).toContain('service worker');
  for (const secret of [...tokens, PASSWORD]) expect(collected).not.toContain(secret);
});

it.runIf(isChromium)('The content scripts of the extension cannot read the token either', async () => {
  const popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', username: 'grace', password: PASSWORD });
  const page = await harness.openPage(`${API}/blank`);
  await useEverything(page);
  const session = await page.createCDPSession();
  const relayContexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) relayContexts.push(context.id);
  });
  await session.send('Runtime.enable');
  expect(relayContexts).toHaveLength(1);
  const { result } = await session.send('Runtime.evaluate', {
    contextId: relayContexts[0] as number,
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => {
      const areas = ['local', 'session', 'sync', 'managed'];
      const read = (area) => chrome.storage[area].get().then(JSON.stringify, (error) => 'refused: ' + error.message);
      return (await Promise.all(areas.map(async (area) => area + ': ' + (await read(area))))).join('\\n');
    })()`,
  });
  const readable = String(result.value);
  expect(readable).toContain('armedPages');
  expect(readable).toContain('session: refused');
  for (const secret of [...(await readHeldTokens(popup)), PASSWORD]) expect(readable).not.toContain(secret);
});

it('After a full run nothing secret is on disk, and none of it in any storage area but `session`', async () => {
  const popup = await harness.openPopup();
  await popup.logIn({ grant: 'client_credentials', client_id: 'game-server', client_secret: 'demo-secret' });
  await popup.logOut();
  await popup.failToLogIn({
    grant: 'password',
    client_id: 'knetik',
    client_secret: '',
    username: 'ada',
    password: 'hunter2-secret',
  });
  await popup.logIn({ grant: 'google', token: 'demo-google-token' });
  const page = await harness.openPage(`${API}/swagger-ui.html`);
  await useEverything(page);
  await popup.logOut();
  await popup.logIn({ grant: 'refresh_token', refresh_token: 'demo-refresh-token' });
  await useEverything(page);
  await popup.press('Change…');
  await popup.fill({ grant: 'password', username: 'grace', password: PASSWORD });

  const typed = ['demo-secret', 'hunter2-secret', 'demo-google-token', 'demo-refresh-token', PASSWORD];
  const held = await readHeldTokens(popup);
  const secrets = [...new Set([...held, ...getTokens(), ...typed])];
  // Three logins: three access tokens, the refresh token of the second, and what was typed.
  expect(secrets.length).toBeGreaterThanOrEqual(9);
  const readSession = async () => JSON.stringify(await popup.readStorage('session'));
  await waitUntil('the form is kept', async () => (await readSession()).includes(PASSWORD));
  for (const secret of held) expect(await readSession()).toContain(secret);
  for (const area of ['local', 'sync'] as const) {
    const stored = JSON.stringify(await popup.readStorage(area));
    for (const secret of secrets) expect(stored, area).not.toContain(secret);
  }
  expect(JSON.stringify(await popup.readStorage('local'))).toContain('profile:');

  // Firefox compresses its storage, whose content was looked at above: what begins like something before is cut there.
  const tails = secrets.map((secret) => secret.slice(5)).filter((tail) => tail.length > 7);
  const scan = () => findInFolder(harness.profilePath, [...secrets, ...tails]);
  expect(await scan()).toEqual([]);
  // Closing writes the rest, and in Firefox removes a temporary extension's storage.
  await harness.browser.close();
  expect(await scan()).toEqual([]);
  // The scan finds what is there: the history names the page.
  expect(await findInFolder(harness.profilePath, [`${API}/swagger-ui.html`])).not.toEqual([]);
});
