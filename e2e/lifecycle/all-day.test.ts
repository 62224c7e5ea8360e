import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

/** Two minutes; `npm test` has less time. */
const DURATION_MS = Number(process.env['KC_ALL_DAY_SECONDS'] ?? 120) * 1000;
const LOGIN = { grant: 'password', username: 'ada', password: 'demo' } as const;

let harness: Harness;
beforeEach(async () => {
  harness = await startTestHarness();
});
afterEach(() => harness?.close());

/** The page calls the API every 200 ms, as long as `DURATION_MS`, while the background is stopped every three seconds. */
async function workAllDay(
  client_id: string,
): Promise<{ statuses: (number | string)[]; lifetimes: number; tokenRequests: number }> {
  const popup = await harness.openPopup();
  await popup.logIn({ ...LOGIN, client_id });
  const page = await harness.openPage(`${API}/blank`);
  const work = page.evaluate(async (durationMs) => {
    const calls: Promise<number | string>[] = [];
    const endsAtMs = Date.now() + durationMs;
    while (Date.now() < endsAtMs) {
      calls.push(
        fetch('/me').then(
          ({ status }) => status,
          (error: unknown) => String(error),
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return Promise.all(calls);
  }, DURATION_MS);
  const endsAtMs = Date.now() + DURATION_MS;
  while (Date.now() < endsAtMs) {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await harness.stopBackground();
  }
  const statuses = await work;
  const seen = getSeenRequests(harness, '/me').map(({ headers }) => headers['authorization']);
  return { statuses, lifetimes: new Set(seen).size, tokenRequests: getSeenRequests(harness, '/oauth/token').length };
}

it('With tokens that live five seconds and rotate no call fails, and there is one token request a lifetime', async () => {
  const { statuses, lifetimes, tokenRequests } = await workAllDay('rotates-often');
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(statuses.length).toBeGreaterThan(DURATION_MS / 300);
  expect(lifetimes).toBeGreaterThan(DURATION_MS / 6_000);
  // An answer that died with the background has to be asked for again, and then the refresh token is used up.
  expect(tokenRequests).toBeLessThanOrEqual(lifetimes + 5);
}, 240_000);

it('The same holds when every seventh answer of the token endpoint is 500, none, HTML or late', async () => {
  const { statuses } = await workAllDay('unreliable');
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(statuses.length).toBeGreaterThan(DURATION_MS / 300);
}, 240_000);
