import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AttackScene, expectNoTokenAnywhere, setAttackScene } from '../support/attack-scene.ts';
import { API } from '../support/hosts.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: { runtime: { sendMessage(message: object): Promise<unknown> } };

const PATIENCE_MS = 2_000;
const RULE_MS = 10_000;
/** Long enough for both floods together to last longer than the rule. */
const FLOOD_MS = 6_000;

let scene: AttackScene;
beforeAll(async () => {
  scene = await setAttackScene({ '/unauthorized': { type: 'text/plain', body: '', status: 401 } });
});
afterAll(() => scene?.harness.close());

/**
 * What is done a hundred times, a hundred times a second, as far as the page can. `count` counts them. Not more requests
 * at once: with hundreds under way Firefox takes seconds to open any page, also while the extension is paused.
 */
const FLOODS = {
  'events that say a request was rejected, each of them an older one': `performance.dispatchEvent(new CustomEvent('kc-rejected', { detail: 1e15 - count }));`,
  'messages to itself, and as many requests that are rejected as it can': `postMessage('kc-rejected', '*'); if (waiting < 30) { waiting += 1; fetch('/unauthorized').catch(() => {}).then(() => { waiting -= 1; }); }`,
};

/** How long it takes; anything longer than the patience is given up. */
async function measureMs(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = Date.now();
  const { promise: impatience, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE_MS);
  await Promise.race([work(), impatience]);
  clearTimeout(timer);
  return Date.now() - startedAtMs;
}

/** Runs in the page; stops by itself, because a browser that is flooded may not even close. */
const buildFlood = (script: string): string => `{
  let count = 0;
  let waiting = 0;
  getCount = () => count;
  const timer = setInterval(() => {
    for (let times = 0; times < 100; times += 1) { count += 1; ${script} }
  }, 10);
  setTimeout(() => clearInterval(timer), ${FLOOD_MS});
}`;

it.each(Object.entries(FLOODS))(
  'Popup and background go on while a page makes thousands of %s',
  async (_name, script) => {
    const { harness, popup } = scene;
    const page = await harness.openPage(`${API}/blank`);
    await page.evaluate(buildFlood(script));
    const endsAtMs = Date.now() + FLOOD_MS;
    const tookMs: number[] = [];
    while (Date.now() < endsAtMs) {
      tookMs.push(
        await measureMs(async () => (await harness.openPopup()).page.close()),
        await measureMs(() =>
          popup.page.evaluate(() => browser.runtime.sendMessage({ id: 0, type: 'wakeUp', data: null, timestamp: 0 })),
        ),
      );
    }
    const collected = await page.evaluate('getCount()');
    await page.close();
    expect(collected).toBeGreaterThan(3_000);
    expect(Math.max(...tookMs)).toBeLessThan(PATIENCE_MS);
    await expectNoTokenAnywhere(scene, { free: ['/unauthorized'], collected });
  },
  30_000,
);

it('The token endpoint was asked at most once in ten seconds', () => {
  const atMs = getSeenRequests(scene.harness, '/oauth/token').map((seen) => seen.atMs);
  const pausesMs = atMs.slice(1).map((each, index) => each - (atMs[index] ?? 0));
  expect(pausesMs.length).toBeGreaterThan(0);
  expect(Math.min(...pausesMs)).toBeGreaterThanOrEqual(RULE_MS - 50);
});
