import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SIBLING } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { addProfile, switchTo } from '../support/profiles.ts';
import { getSeenAuthorization } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

const ADA = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
const GRACE = { ...ADA, username: 'grace', password: 'p+a&s=s%ö 1' };
const GAME_SERVER = { grant: 'client_credentials', client_id: 'game-server', client_secret: 'demo-secret' } as const;

let harness: Harness;
let popup: Popup;
let caseNumber = 0;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

/** What the server sees of a call of this page's. */
async function see(
  pageOrigin: string,
  init: { apiOrigin?: string; method?: string } = {},
): Promise<string | undefined> {
  const { apiOrigin = pageOrigin, method = 'GET' } = init;
  const path = `/echo?profiles=${(caseNumber += 1)}`;
  const page = await harness.openPage(`${pageOrigin}/blank`);
  await callFrom(page, { via: 'fetch', url: apiOrigin + path, method });
  await page.close();
  return getSeenAuthorization(harness, path);
}

async function readBearers(): Promise<Record<string, string>> {
  const { tokenStates = {} } = (await popup.readStorage('session')) as {
    tokenStates?: Record<string, { token?: { access_token: string; username?: string; client_id: string } }>;
  };
  const tokens = Object.values(tokenStates).flatMap(({ token }) => token ?? []);
  return Object.fromEntries(
    tokens.map(({ access_token, username, client_id }) => [username ?? client_id, `Bearer ${access_token}`]),
  );
}

describe('Two profiles, each for a server of its own', () => {
  it('are logged in at once, and the pages of each send its token and no other', async () => {
    await popup.logIn(ADA);
    await addProfile(popup);
    await popup.logIn({ base_url: SIBLING, ...GRACE });
    const { ada, grace } = await readBearers();
    expect(await see(API)).toBe(ada);
    expect(await see(SIBLING)).toBe(grace);
    expect(await see(API, { apiOrigin: SIBLING })).toBeUndefined();
    expect(await see(SIBLING, { apiOrigin: API })).toBeUndefined();
  });

  it('are switched between with two keystrokes, and what is half typed for one is not in the other', async () => {
    await popup.press('Change…');
    await popup.fill({ username: 'half-typed' });
    await switchTo(popup, 1);
    await popup.waitForText('ada');
    await popup.press('Change…');
    await popup.page.waitForSelector('input[name="username"]');
    expect((await popup.fieldValues())['username']).toBe('ada');
    await switchTo(popup, 2);
    await popup.press('Change…');
    await popup.page.waitForSelector('input[name="username"]');
    expect((await popup.fieldValues())['username']).toBe('half-typed');
    await popup.press('Back');
  });

  it('are logged out one by one', async () => {
    await popup.logOut();
    const { ada } = await readBearers();
    expect(await see(API)).toBe(ada);
    expect(await see(SIBLING)).toBeUndefined();
  });
});

describe('Two profiles for the same server', () => {
  it('never both send: the first of the list does, and popup and badge say that nobody has chosen', async () => {
    await popup.logIn({ base_url: API, ...GAME_SERVER });
    const { ada } = await readBearers();
    expect(await see(API)).toBe(ada);
    await popup.waitForText('is in force for devsandbox.knetikcloud.com, not this profile.');
    await popup.waitForText('Nobody has chosen yet');
    await waitUntil('the badge asks', async () => (await popup.readBadge()) === '?');
  });

  it('change places before the next request when the user chooses', async () => {
    const page = await harness.openPage(`${API}/blank`);
    const bearers = await readBearers();
    await popup.page.bringToFront();
    await popup.page.locator('.contest button').click();
    await popup.waitForText('This profile is in force');
    await waitUntil('the badge is calm', async () => (await popup.readBadge()) === 'on');
    await popup.reachOpenPages();
    const path = `/echo?profiles=${(caseNumber += 1)}`;
    await callFrom(page, { via: 'fetch', url: path });
    expect(getSeenAuthorization(harness, path)).toBe(bearers['game-server']);
    await page.close();
  });
});
