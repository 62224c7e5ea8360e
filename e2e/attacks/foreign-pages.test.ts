import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import {
  type AttackScene,
  expectNoTokenAnywhere,
  markOf,
  newPath,
  setAttackScene,
  withPage,
} from '../support/attack-scene.ts';
import { API, FOREIGN, SUBDOMAIN } from '../support/hosts.ts';
import { MARK_READERS, MARK_READERS_PRELUDE } from '../support/mark-readers.ts';
import { ASKING_WORKER, STRANGER_REQUESTS } from '../support/stranger-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A page of the API that makes requests of its own and is generous to whoever embeds or opens it. */
const GENEROUS_PATH = '/version?generous';
const GENEROUS = {
  type: 'text/html',
  headers: { 'Timing-Allow-Origin': '*', 'Referrer-Policy': 'unsafe-url', 'Access-Control-Expose-Headers': '*' },
  body: `<script>
    const tellOthers = (what) => [window.opener, parent].forEach((other) => other && other.postMessage(what, '*'));
    onmessage = ({ data }) => tellOthers(['heard', data]);
    fetch('${GENEROUS_PATH}').then((response) => tellOthers([response.url, ...response.headers]));
  </script><iframe src="${FOREIGN}/timed-blank.html"></iframe>`,
};

const isChromium = process.env['KC_BROWSER'] === 'chromium';
// Firefox sends no pings.
const sendable = Object.entries(STRANGER_REQUESTS).filter(([name]) => name !== 'the ping of a link' || isChromium);

let scene: AttackScene;
beforeAll(async () => {
  scene = await setAttackScene({
    '/generous.html': GENEROUS,
    '/timed-blank.html': { type: 'text/html', body: 'timed', headers: { 'Timing-Allow-Origin': '*' } },
    '/asking-worker.js': ASKING_WORKER,
  });
});
afterAll(() => scene?.harness.close());

/** One page for all attacks from an origin: to open one takes longer than to attack. */
const strangers = new Map<string, Page>();
async function getStranger(origin: string): Promise<Page> {
  const stranger = strangers.get(origin) ?? (await scene.harness.openPage(`${origin}/blank`));
  strangers.set(origin, stranger);
  return stranger;
}

describe('Another site’s page that knows the mark gets no token to the API by', () => {
  it.each(sendable)('%s', async (_name, script) => {
    const path = newPath();
    const stranger = await getStranger(FOREIGN);
    await stranger.evaluate(`{
      const url = ${JSON.stringify(API + path + markOf(scene))};
      const sink = url;
      document.body.append(Object.assign(document.createElement('iframe'), { name: sink }));
      ${script}
    }`);
    await waitUntil(`${path} is requested`, () => scene.harness.sandbox.log.some((seen) => seen.path.includes(path)));
    await expectNoTokenAnywhere(scene, { bare: [path] });
  });
});

const runReader = async (from: Page, script: string): Promise<unknown> =>
  from.evaluate(
    `(async () => { ${MARK_READERS_PRELUDE} const url = ${JSON.stringify(`${API}/generous.html`)}; ${script} })()`,
  );

describe.each([
  ['another site', FOREIGN],
  ['a subdomain', SUBDOMAIN],
])('A page of %s learns neither token nor mark from', (_name, origin) => {
  it.each(Object.entries(MARK_READERS))('%s', async (_name, script) => {
    // The attacks above have told that page the mark: one that is called by another port knows nothing.
    const stranger = await getStranger(origin === FOREIGN ? `${FOREIGN}:8443` : origin);
    const collectedByStranger = await runReader(stranger, script);
    expect(collectedByStranger).toEqual(expect.any(String));
    await expectNoTokenAnywhere(scene, { free: [GENEROUS_PATH], collectedByStranger });
  });
});

it.runIf(isChromium)('The same scripts do find the mark in a page of the API', async () => {
  await withPage(scene, `${API}/blank`, async (page) => {
    const { 'the insides of a frame': script = '' } = MARK_READERS;
    const collected = await runReader(page, script);
    expect(collected).toContain(scene.mark);
    await expectNoTokenAnywhere(scene, { free: [GENEROUS_PATH], collected });
  });
});
