import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN, OWN_API, OWN_PAGE, SECOND_PAGE, SIBLING } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { getSeenAuthorization } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

const BEARER = /^Bearer [\w-]{36}$/;

let harness: Harness;
let popup: Popup;
let localhost: string;
let caseNumber = 0;
const newPath = (): string => `/echo?other-host=${(caseNumber += 1)}`;

beforeAll(async () => {
  harness = await startTestHarness();
  localhost = `http://localhost:${harness.httpSandbox.port}`;
  await harness.setHostAccess(true, OWN_PAGE, SECOND_PAGE, OWN_API, localhost);
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

/** What the server sees of a call of this page to this API. */
async function see(pageOrigin: string, apiOrigin: string, via: (typeof WAYS)[number] = 'fetch') {
  const page = await harness.openPage(`${pageOrigin}/blank`);
  const path = newPath();
  await callFrom(page, { via, url: apiOrigin + path });
  await page.close();
  return getSeenAuthorization(harness, path);
}

describe('Logged in at the sandbox', () => {
  beforeAll(async () => {
    await popup.logIn();
    await popup.openView('Where it goes');
  });

  it('a page of another host carries the token once the user has added it, and no more once it is removed', async () => {
    expect(await see(OWN_PAGE, API)).toBeUndefined();
    await popup.add('page', OWN_PAGE);
    for (const via of WAYS) expect(await see(OWN_PAGE, API, via)).toMatch(BEARER);
    const asked = harness.sandbox.log.filter(
      ({ method, headers }) => method === 'OPTIONS' && headers['origin'] === OWN_PAGE,
    );
    expect(asked, 'preflights').toEqual([]);
    expect(await see(FOREIGN, API)).toBeUndefined();
    await popup.remove('page', OWN_PAGE);
    expect(await see(OWN_PAGE, API)).toBeUndefined();
    expect(await popup.mayUseHost(OWN_PAGE)).toBe(false);
  });

  it('a page that is open needs no reload when it is added, if the extension was there before it', async () => {
    const page = await harness.openPage(`${SIBLING}/blank`);
    await popup.add('page', SIBLING);
    const [before, after] = [newPath(), newPath()];
    await callFrom(page, { via: 'fetch', url: API + before });
    expect(getSeenAuthorization(harness, before)).toMatch(BEARER);
    await popup.remove('page', SIBLING);
    await callFrom(page, { via: 'fetch', url: API + after });
    expect(getSeenAuthorization(harness, after)).toBeUndefined();
    await page.close();
  });

  it('several pages send it to several APIs, and to no others', async () => {
    await harness.setHostAccess(true, OWN_PAGE);
    for (const page of [OWN_PAGE, localhost]) await popup.add('page', page);
    for (const api of [OWN_API, localhost]) await popup.add('API', api);
    for (const page of [API, OWN_PAGE, localhost]) {
      for (const api of [API, OWN_API, localhost]) expect(await see(page, api)).toMatch(BEARER);
      expect(await see(page, SIBLING)).toBeUndefined();
    }
    for (const api of [OWN_API, localhost]) await popup.remove('API', api);
    expect(await see(API, OWN_API)).toBeUndefined();
    // Localhost is a page still.
    expect(await Promise.all([OWN_API, localhost].map((host) => popup.mayUseHost(host)))).toEqual([false, true]);
    await harness.setHostAccess(true, OWN_API);
  });

  it('another port of the same host is another page, and another API', async () => {
    const other = await startSandbox({ tls: false });
    const otherPort = `http://localhost:${other.port}`;
    await popup.add('API', localhost);
    expect(await see(localhost, localhost)).toMatch(BEARER);
    expect(await see(otherPort, localhost)).toBeUndefined();
    const page = await harness.openPage(`${localhost}/blank`);
    await callFrom(page, { via: 'fetch', url: `${otherPort}/echo?other-port` });
    const seen = other.log.filter(({ path }) => path === '/echo?other-port');
    expect(seen.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
    await page.close();
    await other.stop();
  });

  it('a permission that is taken away stops it at once, and the popup offers to mend that', async () => {
    await popup.add('page', OWN_PAGE);
    const page = await harness.openPage(`${OWN_PAGE}/blank`);
    await harness.setHostAccess(false, OWN_PAGE);
    const [without, again] = [newPath(), newPath()];
    await callFrom(page, { via: 'fetch', url: API + without });
    expect(getSeenAuthorization(harness, without)).toBeUndefined();
    await harness.setHostAccess(true, OWN_PAGE);
    await page.reload();
    await callFrom(page, { via: 'fetch', url: API + again });
    expect(getSeenAuthorization(harness, again)).toMatch(BEARER);
    await page.close();
  });
});

it.runIf(process.env['KC_BROWSER'] === 'chromium')(
  'One press in the popup at the toolbar uses the page in front, and one more reloads it',
  async () => {
    const page = await harness.openPage(`${SECOND_PAGE}/blank`);
    const atToolbar = await harness.openPopupAtToolbar?.(page);
    await atToolbar?.waitForTabStatus('No token here: yours is for devsandbox.knetikcloud.com');
    await atToolbar?.pressForTab('Use on this site');
    await atToolbar?.waitForTabStatus('Reload this tab once, then its requests carry the token');
    await atToolbar?.pressForTab('Reload');
    await atToolbar?.waitForTabStatus('Requests from this page carry the token');
    const path = newPath();
    await callFrom(page, { via: 'fetch', url: API + path });
    expect(getSeenAuthorization(harness, path)).toMatch(BEARER);
    await page.close();
  },
);

describe('An API on a host of its own', () => {
  it('can be logged in at, and its pages carry the token', async () => {
    await popup.openView('Login');
    await popup.logOut();
    await popup.logIn({ base_url: OWN_API });
    expect(await see(OWN_API, OWN_API)).toMatch(BEARER);
    expect(await see(API, API)).toBeUndefined();
    await popup.logOut();
  });

  it('may be on this machine, also without https', async () => {
    await popup.logIn({ base_url: localhost.replace('http://', '') });
    expect(await see(localhost, localhost)).toMatch(BEARER);
    await popup.logOut();
  });

  it('is logged in at when the browser’s question closed the popup, as soon as it is answered with yes', async () => {
    await harness.setHostAccess(false, OWN_API);
    await popup.fill({ base_url: OWN_API });
    await popup.leaveQuestionsOpen();
    await popup.press('Get token');
    await popup.page.close();
    await harness.setHostAccess(true, OWN_API);
    popup = await harness.openPopup();
    await popup.waitForText('Log out');
    await waitUntil('the token is in force', async () => (await popup.readBadge()) === 'on');
    expect(await see(OWN_API, OWN_API)).toMatch(BEARER);
  });
});
