import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, NO_REVOKE } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';

const PASSWORD = { base_url: API, grant: 'password', client_id: 'knetik', client_secret: '' } as const;
const CLIENT = { base_url: API, grant: 'client_credentials', client_secret: '' } as const;

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

it('A redirect of the token request is not followed', async () => {
  await popup.failToLogIn({ ...CLIENT, client_id: 'redirects' });
  const { log } = harness.sandbox;
  const at = log.findIndex((seen) => seen.path === '/oauth/token' && seen.body.includes('client_id=redirects'));
  expect(at).toBeGreaterThan(-1);
  expect(log.slice(at).filter((seen) => seen.path === '/login')).toEqual([]);
});

it('A server that repeats the password in its error does not get it shown or stored', async () => {
  const message = await popup.failToLogIn({
    ...PASSWORD,
    client_id: 'leaks',
    username: 'ada',
    password: 'hunter2-secret',
  });
  expect(message).toContain('•••');
  expect(message).not.toContain('hunter2-secret');
  const tokenState = await popup.readTokenState();
  expect(JSON.stringify(tokenState)).toContain('•••');
  expect(JSON.stringify(tokenState)).not.toContain('hunter2-secret');
});

it('A server that does not answer can be cancelled, and is given up after 15 seconds', async () => {
  await popup.fill({ ...CLIENT, client_id: 'slow' });
  await popup.press('Get token');
  await popup.waitForText('Getting a token…');
  await popup.press('Cancel');
  await popup.page.waitForSelector('button[type="submit"]');
  expect((await popup.fieldValues())['client_id']).toBe('slow');

  const startedMs = Date.now();
  expect(await popup.failToLogIn({})).toContain('did not answer within 15 seconds');
  expect(Date.now() - startedMs).toBeGreaterThan(14_000);
});

it('A background that is killed while it waits for the server leaves a popup that can be used', async () => {
  await popup.fill({ ...CLIENT, client_id: 'slow' });
  await popup.press('Get token');
  await popup.waitForText('Getting a token…');
  await popup.page.close();
  await harness.stopBackground();
  popup = await harness.openPopup();
  await popup.waitForText('The browser stopped the request before the answer came.');
  expect((await popup.fieldValues())['client_id']).toBe('slow');
  await popup.page.waitForSelector('button[type="submit"]');
});

it('“Get a new token” after a login with a refresh token does not use that twice', async () => {
  await popup.logIn({ ...CLIENT, grant: 'refresh_token', client_id: 'knetik', refresh_token: 'demo-refresh-token' });
  await popup.press('Get a new token');
  await popup.waitForText('Renews in');
  const page = await harness.openPage(`${API}/blank`);
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  await popup.logOut();
});

it('A failed request leaves the earlier login in force', async () => {
  await popup.logIn({ ...PASSWORD, username: 'ada', password: 'demo' });
  const page = await harness.openPage(`${API}/blank`);
  await popup.press('Change…');
  expect(await popup.failToLogIn({ ...PASSWORD, username: 'ada', password: 'wrong' })).toContain('password is wrong');
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  await popup.press('Back');
  await popup.logOut();
});

it('A server without revocation is named after the logout; the token is forgotten all the same', async () => {
  await popup.logIn({ ...CLIENT, base_url: NO_REVOKE, client_id: 'knetik' });
  await popup.press('Log out');
  await popup.waitForText('This server cannot revoke tokens');
  expect(await popup.readTokenState()).toEqual({ kind: 'absent', revocation: 'unsupported' });
});

it('Nothing is sent before the required fields are filled in, and the first of them has the focus', async () => {
  const countRequests = () => harness.sandbox.log.filter(({ path }) => path === '/oauth/token').length;
  const sentBefore = countRequests();
  await popup.fill({ ...PASSWORD, client_id: '', username: '', password: '' });
  await popup.press('Get token');
  await popup.waitForText('User name is needed for this grant.');
  await popup.waitForText('Client ID is needed for this grant.');
  await popup.page.waitForSelector('input[name="username"]:focus');
  expect(countRequests()).toBe(sentBefore);
});
