import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { awaitSeenAuthorization, getSeenAuthorization, getSeenRequests } from '../support/seen-requests.ts';
import { waitUntil } from '../support/wait-until.ts';

const BEARER = /^Bearer [\w-]{36}$/;
const isChromium = process.env['KC_BROWSER'] === 'chromium';
const html = (body: string, headers = {}) => ({ type: 'text/html', body, headers });
/** Sends at parse time, in both ways. */
const ask = (name: string): string =>
  `<script>fetch('${API}/echo?${name}-fetch'); const x = new XMLHttpRequest(); x.open('GET', '${API}/echo?${name}-xhr'); x.send()</script>`;

let harness: Harness;
let popup: Popup;
let localhost: string;

beforeAll(async () => {
  harness = await startTestHarness({
    files: {
      '/same-origin.html': html(`<iframe src="/same-origin-child.html"></iframe>`),
      '/same-origin-child.html': html(ask('same-origin')),
      '/srcdoc.html': html(
        `<iframe id="f"></iframe><script>f.srcdoc = ${JSON.stringify(ask('srcdoc')).replaceAll('/', '\\/')}</script>`,
      ),
      '/blob.html': html(
        `<iframe id="f"></iframe><script>f.src = URL.createObjectURL(new Blob([${JSON.stringify(ask('blob')).replaceAll('/', '\\/')}], { type: 'text/html' }))</script>`,
      ),
      '/blank-frame.html': html(
        `<iframe id="f"></iframe><script>
        f.contentWindow.fetch('${API}/echo?blank-fetch');
        const x = new f.contentWindow.XMLHttpRequest(); x.open('GET', '${API}/echo?blank-xhr'); x.send();
      </script>`,
      ),
      '/written.html': html(
        `<script>document.write(${JSON.stringify(ask('written')).replaceAll('/', '\\/')})</script>`,
      ),
      '/cached.html': html(ask('cached'), { 'Cache-Control': 'max-age=3600' }),
      '/framed-api.html': html(`<iframe src="${API}/framed-api-child.html"></iframe>`),
      '/framed-api-child.html': html(ask('framed-api')),
      '/prerendering.html': html(
        `<script type="speculationrules">{"prerender":[{"urls":["/prerendered.html"],"eagerness":"immediate"}]}</script>
       <a id="link" href="/prerendered.html">next</a>`,
      ),
      '/prerendered.html': html(ask('prerendered')),
      '/opener.html': html('opener'),
      '/opened.html': html(ask('opened')),
    },
  });
  popup = await harness.openPopup();
  // Chromium keeps no page whose certificate it does not trust, neither in its cache nor for going back.
  localhost = `http://localhost:${harness.httpSandbox.port}`;
  await harness.setHostAccess(true, localhost);
  await popup.logIn();
  await popup.openView('Where it goes');
  await popup.add('page', localhost);
});
afterAll(() => harness?.close());

/** What the server sees of the two requests that the document sends at parse time. */
async function seeBoth(name: string): Promise<(string | undefined)[]> {
  return [
    await awaitSeenAuthorization(harness, `/echo?${name}-fetch`),
    await awaitSeenAuthorization(harness, `/echo?${name}-xhr`),
  ];
}
const BOTH = [expect.stringMatching(BEARER), expect.stringMatching(BEARER)];

describe('The first requests carry the token', () => {
  it.each([
    ['in a frame of the same origin', '/same-origin.html', 'same-origin'],
    ['in a srcdoc frame', '/srcdoc.html', 'srcdoc'],
    ['in a frame whose document is a blob', '/blob.html', 'blob'],
    ['in an empty frame', '/blank-frame.html', 'blank'],
    ['of a document that is written anew', '/written.html', 'written'],
  ])('%s', async (_name, path, asked) => {
    const page = await harness.openPage(API + path);
    expect(await seeBoth(asked)).toEqual(BOTH);
    await page.close();
  });

  it('in a frame of the API on a page of another site', async () => {
    const page = await harness.openPage(`${FOREIGN}/framed-api.html`);
    expect(await seeBoth('framed-api')).toEqual(BOTH);
    await page.close();
  });

  it('in a window that a page of the API opens', async () => {
    const page = await harness.openPage(`${API}/opener.html`);
    await page.evaluate(() => void open('/opened.html'));
    expect(await seeBoth('opened')).toEqual(BOTH);
    await page.close();
  });

  it.runIf(isChromium)('in a page that is rendered before it is opened', async () => {
    const page = await harness.openPage(`${API}/prerendering.html`);
    expect(await seeBoth('prerendered')).toEqual(BOTH);
    await page.close();
  });

  it('in a page that comes from the cache', async () => {
    // Fills the cache; what it sends is another test's affair.
    const first = await harness.openPage(`${localhost}/cached.html`);
    expect(await seeBoth('cached')).toEqual(BOTH);
    await first.close();
    const [loads, before] = [
      getSeenRequests(harness, '/cached.html').length,
      getSeenRequests(harness, '/echo?cached').length,
    ];
    const page = await harness.openPage(`${localhost}/cached.html`);
    await waitUntil('both are sent', () => getSeenRequests(harness, '/echo?cached').length === before + 2);
    expect(getSeenRequests(harness, '/cached.html')).toHaveLength(loads);
    const carried = getSeenRequests(harness, '/echo?cached')
      .slice(before)
      .map(({ headers }) => headers['authorization']);
    expect(carried).toEqual(BOTH);
    await page.close();
  });
});

describe('A page that comes back from the back/forward cache', () => {
  it.each([
    ['carries the token', false],
    ['knows what has changed meanwhile', true],
  ])('%s', async (_name, isChanged) => {
    const page = await harness.openPage(`${localhost}/blank`);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { wasRestored: persisted }));
    });
    await page.goto(`${localhost}/login`);
    if (isChanged) {
      await popup.openView('Login');
      await popup.logOut();
      await popup.logIn();
      await page.bringToFront();
    }
    await page.goBack({ waitUntil: [] });
    await page.waitForFunction(() => location.pathname === '/blank' && document.readyState === 'complete');
    // Chromium empties that cache itself when rules change, and loads the page anew.
    if (!isChromium || !isChanged) {
      await page.waitForFunction(() => (globalThis as { wasRestored?: boolean }).wasRestored === true);
    }
    const path = `/echo?restored=${String(isChanged)}`;
    await callFrom(page, { via: 'fetch', url: API + path });
    expect(getSeenAuthorization(harness, path)).toMatch(BEARER);
    await page.close();
  });
});
