import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Its tokens live for five seconds. */
const SHORT = { grant: 'password', client_id: 'expires-soon', username: 'ada', password: 'demo' } as const;

let harness: Harness;
let popup: Popup;
beforeEach(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterEach(() => harness?.close());

const getTokenRequests = () => harness.sandbox.log.filter(({ path }) => path === '/oauth/token');
const countRefreshes = () => getTokenRequests().filter(({ body }) => body.includes('grant_type=refresh_token')).length;

it('A background that sleeps is woken to renew', async () => {
  await popup.logIn(SHORT);
  await popup.page.close();
  await harness.stopBackground();
  await waitUntil('the token is renewed', () => countRefreshes() > 0, 45_000);
  expect(getTokenRequests()).toHaveLength(2);
}, 80_000);

it('A server that is away costs nothing: the popup says when it is tried again, and then all is well', async () => {
  await popup.logIn(SHORT);
  const { port } = harness.sandbox;
  await harness.sandbox.stop();
  await popup.waitForText('The last renewal failed.');
  await popup.waitForText('Next try in');
  const tokenState = await popup.readTokenState();
  expect(tokenState).toMatchObject({ kind: 'issued', token: { refresh_token: expect.any(String) } });

  // It comes back without a memory: the refresh token is unknown there, the password is not.
  const again = await startSandbox({ port });
  await popup.press('Try now');
  await popup.waitForText('Renews in');
  expect(again.log.map(({ body }) => new URLSearchParams(body).get('grant_type'))).toEqual([
    'refresh_token',
    'password',
  ]);
  await again.stop();
}, 60_000);

it('The badge says at a glance: logged out, sending, paused, and that a login is needed, as does a notification if wanted', async () => {
  const waitForBadge = (text: string) =>
    waitUntil(`the badge shows “${text}”`, async () => (await popup.readBadge()) === text);
  await waitForBadge('');
  await popup.logIn(SHORT);
  await waitForBadge('on');
  await popup.flipSwitch();
  await waitForBadge('II');
  await popup.logOut();
  await waitForBadge('');

  // A refresh token that is typed in and then revoked by somebody else: nothing is left to renew with.
  const page = await harness.openPage(`${API}/blank`);
  const post = (path: string, form: Record<string, string>) =>
    page.evaluate(
      async (url, body) => (await fetch(url, { method: 'POST', body: new URLSearchParams(body) })).text(),
      path,
      form,
    );
  const { grant: grant_type, client_id, username, password } = SHORT;
  const answer = await post('/oauth/token', { grant_type, client_id, username, password });
  const { refresh_token } = JSON.parse(answer) as { refresh_token: string };
  await popup.logIn({ grant: 'refresh_token', client_id, refresh_token });
  // Chromium's prompt cannot be answered by a driver.
  const isNotified = harness.browserName === 'firefox';
  if (isNotified) await popup.wantNotifications();
  const { refresh_token: held = '' } = (await popup.readToken()) ?? {};
  await post('/oauth/revoke', { client_id, token: held });
  await waitForBadge('!');
  expect(await popup.text()).toContain('Log in again.');
  if (isNotified) await waitUntil('the user is notified', async () => (await popup.countNotifications()) === 1);
});
