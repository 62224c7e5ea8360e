import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type AttackScene, expectNoTokenAnywhere, newPath, setAttackScene } from '../support/attack-scene.ts';
import { HOSTILE_PRELUDE } from '../support/hostile-prelude.ts';
import { HOSTILE_SCRIPTS } from '../support/hostile-scripts.ts';
import { API } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import { MARK_READERS_PRELUDE } from '../support/mark-readers.ts';
import { collectAll, SPYING_PAGE } from '../support/spying-page.ts';
import { REPORTING_PAGE, TOKEN_READERS, TOKEN_READERS_PRELUDE } from '../support/token-readers.ts';

const names = Object.keys(HOSTILE_SCRIPTS);
const urlOf = (name: string): string => `/hostile-${names.indexOf(name)}.html`;

let scene: AttackScene;
let page: Page;
beforeAll(async () => {
  const pages = Object.entries(HOSTILE_SCRIPTS).map(([name, script]) => [
    urlOf(name),
    { type: 'text/html', body: `<!doctype html><script>${HOSTILE_PRELUDE}${script}</script><p>hostile` },
  ]);
  scene = await setAttackScene({ ...SPYING_PAGE, ...Object.fromEntries(pages), '/reporting.html': REPORTING_PAGE });
  page = await scene.harness.openPage(`${API}/blank`);
});
afterAll(() => scene?.harness.close());

/**
 * A foreign script in a page of the API can use the token by making requests, as SECURITY.md says; here it fails to read
 * it. An API that answers with the headers that it got would give it away: the stand-in does so at `/echo`, for the
 * other tests, and in the text of its 401 for a token that it does not know. No attack here asks for those.
 */
describe('A foreign script in a page of the API cannot read the token from', () => {
  it.each(Object.entries(TOKEN_READERS))('%s', async (_name, script) => {
    const path = newPath();
    const { extensionUrl } = scene.harness;
    const known = { url: API + path, extensionUrl, extensionId: new URL(extensionUrl).host };
    await page.goto(`${API}/blank`);
    const collected = await page.evaluate(
      `(async ({ url, extensionUrl, extensionId }) => { ${MARK_READERS_PRELUDE} ${TOKEN_READERS_PRELUDE} ${script} })(${JSON.stringify(known)})`,
    );
    await expectNoTokenAnywhere(scene, { free: [path.replace('/version', ''), 'redirect?to='], collected });
    // It ran to its end.
    expect(collected).toEqual(expect.any(String));
    expect(collected).not.toMatch(/WAS (SENT|LOADED)/);
  });
});

describe('A script that runs first in an API page does not get the token, although it lies in wait at', () => {
  it.each(names)('%s', async (name) => {
    await page.goto(API + urlOf(name));
    const path = newPath();
    const headers = { 'X-Of-The-Page': '1' };
    const statuses = await Promise.all(WAYS.map((via) => callFrom(page, { via, url: API + path, headers })));
    // What is done from here on is not the extension's.
    await page.evaluate('busy = true');
    const collected = await page.evaluate(collectAll);
    expect(statuses).toEqual([200, 200, 200, 200]);
    await expectNoTokenAnywhere(scene, { carried: [path], collected });
  });
});

it('Its spies do see what passes by', async () => {
  await page.goto(API + urlOf('every part of Headers'));
  await page.evaluate(() => new Headers([['X-Passes', 'something that passes']]).get('X-Passes'));
  expect(await page.evaluate(collectAll)).toContain('something that passes');
});
