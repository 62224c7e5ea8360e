import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { SIBLING } from '../support/hosts.ts';
import { callFrom, type PageCall } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { markAsProduction } from '../support/profiles.ts';
import { getSeenRequests } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

const LOGIN = { base_url: SIBLING, grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;

let harness: Harness;
let popup: Popup;
let page: Page;
let caseNumber = 0;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  page = await harness.openPage(`${SIBLING}/blank`);
  await popup.logIn(LOGIN);
  await markAsProduction(popup);
  await popup.reachOpenPages();
});
afterAll(() => harness?.close());

/** True when a call with this method carried the token. */
async function carries(method: string, via: PageCall['via'] = 'fetch'): Promise<boolean> {
  const path = `/echo?production=${(caseNumber += 1)}`;
  await page.bringToFront();
  await callFrom(page, { via, url: path, method });
  const seen = getSeenRequests(harness, path);
  expect(seen.length).toBeGreaterThan(0);
  return seen.every(({ headers }) => headers['authorization']?.startsWith('Bearer ') === true);
}

it('Production says so on the badge and in the popup', async () => {
  await waitUntil('the badge says so', async () => (await popup.readBadge()) === 'PROD');
  expect(await popup.text()).toContain('Only GET and HEAD carry the token.');
});

it.each(['GET', 'HEAD'])('%s carries the token', async (method) => {
  for (const via of ['fetch', 'XMLHttpRequest'] as const) expect(await carries(method, via)).toBe(true);
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
  '%s does not, until writing is allowed, and after that is over',
  async (method) => {
    for (const via of ['fetch', 'XMLHttpRequest'] as const) expect(await carries(method, via)).toBe(false);
    await popup.press('Allow writing for 10 minutes');
    await popup.waitForText('Writing is allowed for a while.');
    await popup.reachOpenPages();
    for (const via of ['fetch', 'XMLHttpRequest'] as const) expect(await carries(method, via)).toBe(true);
    await popup.press('End writing');
    await popup.waitForText('Only GET and HEAD carry the token.');
    await popup.reachOpenPages();
    expect(await carries(method)).toBe(false);
  },
);

it('Writing ends by itself at its time, also when the background was stopped', async () => {
  const [id = ''] = Object.keys((await popup.readStorage('session'))['tokenStates'] as object);
  await popup.ask('allowWriting', { profileId: id, minutes: 0.03 });
  await harness.stopBackground();
  // Chromium's alarms may be half a minute late; a background that starts looks at the time first.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await popup.ask('wakeUp', null);
  expect(await carries('POST')).toBe(false);
});
