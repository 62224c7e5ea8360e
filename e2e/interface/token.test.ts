import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPageProblems } from '../support/find-page-problems.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import type { Popup } from '../support/popup.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

const LOGIN = { grant: 'password', username: 'ada', password: 'demo' } as const;

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

const openInspector = () => popup.clickInSight('summary ::-p-text(Inspect token)');
const readHtml = () => popup.page.evaluate(() => document.documentElement.outerHTML);

async function readAccessToken(): Promise<string> {
  const token = await popup.readToken();
  if (!token) throw new Error('Nobody is logged in.');
  return token.access_token;
}

it('A JWT can be looked into, every letter of it; an opaque token cannot', async () => {
  await popup.logIn({ ...LOGIN, client_id: 'issues-jwts' });
  expect(await popup.text()).not.toContain('Åda');
  await openInspector();
  await popup.waitForText('Åda Müßig – 名前 🎮');
  const text = await popup.text();
  for (const said of ['Its signature was not checked.', 'Scope in the token', 'at+jwt']) expect(text).toContain(said);
  expect(await readHtml()).not.toContain(await readAccessToken());
  expect(await findPageProblems(popup.page)).toEqual([]);
  await popup.logOut();

  await popup.logIn({ ...LOGIN, client_id: 'knetik' });
  await openInspector();
  await popup.waitForText('It has the form of a UUID. Length: 36.');
  expect(await readHtml()).not.toContain(await readAccessToken());
  expect(await findPageProblems(popup.page)).toEqual([]);
});

it('The server says who the token stands for, asked with the token and nothing else', async () => {
  await popup.press('Who am I?');
  await popup.waitForText('ROLE_ADMIN');
  const text = await popup.text();
  for (const said of ['Ada', 'ada', 'ROLE_USER']) expect(text).toContain(said);
  for (const path of ['/me', '/users/me']) {
    const [request, ...others] = getSeenRequests(harness, path);
    expect(others).toEqual([]);
    expect(request?.headers['authorization']).toBe(`Bearer ${await readAccessToken()}`);
    expect(request?.headers['cookie']).toBeUndefined();
  }
  expect(await findPageProblems(popup.page)).toEqual([]);
});

it('A token that the server has forgotten is renewed from there, and says who it is', async () => {
  const before = await readAccessToken();
  const body = new URLSearchParams({ client_id: 'knetik', token: before });
  await popup.page.evaluate(
    (url, sent) => fetch(url, { method: 'POST', body: new URLSearchParams(sent) }).then(() => undefined),
    'https://devsandbox.knetikcloud.com/oauth/revoke',
    body.toString(),
  );
  await popup.press('Who am I?');
  await popup.waitForText('The server does not know this token any more.');
  expect(await readHtml()).not.toContain(before);
  expect(await findPageProblems(popup.page)).toEqual([]);
  await popup.press('Renew the token');
  await popup.page.waitForFunction(() => !document.body.innerText.includes('does not know this token'));
  expect(await readAccessToken()).not.toBe(before);
  await popup.press('Who am I?');
  await popup.waitForText('ROLE_ADMIN');
});

it('The token of a client itself has no user, which is no mistake', async () => {
  await popup.logOut();
  await popup.logIn({ grant: 'client_credentials', client_id: 'knetik' });
  await popup.press('Who am I?');
  await popup.waitForText('The server names no user.');
  expect(await popup.text()).toContain('ROLE_CLIENT');
});
