import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN, PLAIN_HTTP, SIBLING, SUBDOMAIN } from '../support/hosts.ts';
import { callFrom, WAYS } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { awaitSeenAuthorization, getSeenAuthorization, getSeenRequests } from '../support/seen-requests.ts';

let harness: Harness;
let popup: Popup;
let page: Page;
let caseNumber = 0;

/** A path that no other test asks for. */
const newEchoPath = (): string => `/echo?case=${(caseNumber += 1)}`;

beforeAll(async () => {
  harness = await startTestHarness({
    files: {
      '/listening.html': {
        type: 'text/html',
        body: '<script>messages = []; onmessage = ({ data }) => messages.push(data)</script>',
      },
      '/sandboxed.html': {
        type: 'text/html',
        body: `<iframe sandbox="allow-scripts" srcdoc="<script>fetch('${API}/echo?sandboxed-srcdoc')</script>"></iframe>
        <iframe sandbox="allow-scripts" src="/sandboxed-child.html"></iframe>`,
      },
      '/sandboxed-child.html': { type: 'text/html', body: `<script>fetch('${API}/echo?sandboxed-child')</script>` },
      '/frames-foreign.html': { type: 'text/html', body: `<iframe src="${FOREIGN}/foreign-child.html"></iframe>` },
      '/foreign-child.html': { type: 'text/html', body: `<script>fetch('${API}/echo?foreign-child')</script>` },
      '/timed.html': { type: 'text/html', body: 'timed', headers: { 'Timing-Allow-Origin': '*' } },
    },
  });
  popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', username: 'ada', password: 'demo' });
  page = await harness.openPage(`${API}/blank`);
});
afterAll(() => harness?.close());

describe.each(WAYS)('A request by %s', (via) => {
  it('carries the token from a page of the API origin to the API', async () => {
    const path = newEchoPath();
    await callFrom(page, { via, url: path });
    expect(getSeenAuthorization(harness, path)).toMatch(/^Bearer [\w-]{36}$/);
  });

  it('carries the token and its body when it writes', async () => {
    const path = newEchoPath();
    const body = JSON.stringify({ name: 'Zoë' });
    await callFrom(page, { via, url: path, method: 'PUT', body, headers: { 'Content-Type': 'application/json' } });
    const [seen] = getSeenRequests(harness, path);
    expect(seen).toMatchObject({ method: 'PUT', body, headers: { 'content-type': 'application/json' } });
    expect(seen?.headers['authorization']).toMatch(/^Bearer /);
  });

  it('keeps the Authorization header that the page set itself', async () => {
    const path = newEchoPath();
    await callFrom(page, { via, url: path, headers: { 'X-First': '1', AUTHORIZATION: 'Bearer of-the-page' } });
    expect(getSeenRequests(harness, path)[0]?.headers).toMatchObject({
      authorization: 'Bearer of-the-page',
      'x-first': '1',
    });
  });

  it.each(['/oauth/token', '/oauth/revoke'])('carries no token to %s', async (path) => {
    const before = getSeenRequests(harness, path).length;
    await callFrom(page, { via, url: path, method: 'POST' });
    const seen = getSeenRequests(harness, path).slice(before);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['another site', FOREIGN],
    ['a subdomain of the API’s host', SUBDOMAIN],
    ['another KnetikCloud host', SIBLING],
    ['the same host over http', PLAIN_HTTP],
  ])('carries no token from %s', async (_name, origin) => {
    const other = await harness.openPage(`${origin}/blank`);
    expect(other.url()).toBe(`${origin}/blank`);
    const path = newEchoPath();
    await callFrom(other, { via, url: `${API}${path}` });
    expect(getSeenAuthorization(harness, path)).toBeUndefined();
    await other.close();
  });

  it.each([
    ['another site', FOREIGN],
    ['another KnetikCloud host', SIBLING],
    ['a subdomain of the API’s host', SUBDOMAIN],
  ])('carries no token from an API page to %s', async (_name, origin) => {
    const path = newEchoPath();
    await callFrom(page, { via, url: `${origin}${path}` });
    expect(getSeenAuthorization(harness, path)).toBeUndefined();
  });

  it('loses the token when the API redirects it to another site', async () => {
    const path = newEchoPath();
    const redirect = `/redirect?to=${encodeURIComponent(FOREIGN + path)}`;
    const before = getSeenRequests(harness, '/redirect').length;
    await callFrom(page, { via, url: redirect });
    expect(getSeenRequests(harness, '/redirect')[before]?.headers['authorization']).toMatch(/^Bearer /);
    expect(getSeenAuthorization(harness, path)).toBeUndefined();
  });
});

it('A CORS preflight carries no token, whatever mark the request has', async () => {
  // With the right mark, where there is one: without it no rule would touch the request at all.
  const path = newEchoPath();
  const other = await harness.openPage(`${SUBDOMAIN}/blank`);
  const url = `${API}${path}#kc-${(await popup.readMark(API)) ?? 'none'}`;
  await callFrom(other, { via: 'fetch', url, headers: { 'X-Asks-First': '1' } });
  const preflights = harness.sandbox.log.filter((seen) => seen.method === 'OPTIONS' && seen.path === path);
  expect(preflights).toHaveLength(1);
  expect(preflights[0]?.headers).not.toHaveProperty('authorization');
  await other.close();
});

it('A redirect to the token endpoint does not take the token there', async () => {
  const before = getSeenRequests(harness, '/oauth/token').length;
  await callFrom(page, { via: 'fetch', url: `/redirect?to=${encodeURIComponent(`${API}/oauth/token?again`)}` });
  const seen = getSeenRequests(harness, '/oauth/token').slice(before);
  expect(seen.map(({ headers }) => headers['authorization'])).toEqual([undefined]);
});

it('A header that the page sets in a handler of its request is kept', async () => {
  const path = newEchoPath();
  await page.evaluate(async (url) => {
    const request = new XMLHttpRequest();
    request.addEventListener('readystatechange', () => {
      if (request.readyState === 1) request.setRequestHeader('Authorization', 'Bearer of-the-page');
    });
    request.open('GET', url);
    const ended = new Promise((resolve) => {
      request.addEventListener('loadend', resolve);
    });
    request.send();
    await ended;
  }, path);
  expect(getSeenAuthorization(harness, path)).toBe('Bearer of-the-page');
});

it('A request that must outlive its page arrives', async () => {
  const leaving = await harness.openPage(`${API}/blank`);
  const path = newEchoPath();
  await leaving.evaluate((url) => {
    addEventListener('pagehide', () => {
      void fetch(new Request(url, { method: 'POST', body: 'last words', keepalive: true }));
    });
  }, path);
  await leaving.goto('about:blank');
  await awaitSeenAuthorization(harness, path);
  expect(getSeenRequests(harness, path)[0]?.body).toBe('last words');
  await leaving.close();
});

it('No page is sent a message by the extension', async () => {
  for (const origin of [API, SIBLING]) {
    const listening = await harness.openPage(`${origin}/listening.html`);
    await callFrom(listening, { via: 'fetch', url: '/version' });
    expect(await listening.evaluate(() => (globalThis as unknown as { messages: unknown[] }).messages)).toEqual([]);
    await listening.close();
  }
});

it('A file upload of a page carries the token', async () => {
  const before = getSeenRequests(harness, '/files').length;
  const answer = await page.evaluate(async () => {
    const form = new FormData();
    form.append('file', new File(['twelve bytes'], 'größe.txt', { type: 'text/plain' }));
    const viaFetch = await (await fetch('/files', { method: 'POST', body: form })).json();
    const viaRequest = await (await fetch(new Request('/files', { method: 'POST', body: form }))).json();
    return [viaFetch, viaRequest];
  });
  const uploaded = { name: 'größe.txt', type: 'text/plain', size: 12 };
  expect(answer).toEqual([uploaded, uploaded]);
  expect(getSeenRequests(harness, '/files').slice(before)).toHaveLength(2);
});

it.each([
  ['sandboxed frames', '/sandboxed.html', ['/echo?sandboxed-srcdoc', '/echo?sandboxed-child']],
  ['frames of another site', '/frames-foreign.html', ['/echo?foreign-child']],
])('An API page’s %s carry no token', async (_name, path, requested) => {
  const framing = await harness.openPage(`${API}${path}`);
  for (const each of requested) expect(await awaitSeenAuthorization(harness, each)).toBeUndefined();
  await framing.close();
});

it('A foreign page that frames an API page learns nothing from its timing', async () => {
  const framing = await harness.openPage(`${FOREIGN}/blank`);
  const timings = await framing.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = url;
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    document.body.append(frame);
    await loaded;
    return JSON.stringify(performance.getEntriesByType('resource'));
  }, `${API}/timed.html`);
  expect(timings).toContain('/timed.html');
  expect(timings).not.toContain('"name":"kc"');
  await framing.close();
});

it('A page that had the token of an earlier login has nothing of the next one, which is for another origin', async () => {
  await popup.logOut();
  await popup.logIn({ base_url: SUBDOMAIN, password: 'demo' });
  const earlier = await harness.openPage(`${SUBDOMAIN}/blank`);
  const known = await earlier.evaluate(() => JSON.stringify(performance.getEntriesByType('navigation')[0]));
  const mark = /"kc".*?([0-9a-f]{32})/.exec(known)?.[1] ?? 'none';
  await popup.logOut();
  await popup.logIn({ base_url: API, password: 'demo' });
  const path = newEchoPath();
  await callFrom(earlier, { via: 'fetch', url: `${API}${path}#kc-${mark}` });
  expect(getSeenAuthorization(harness, path)).toBeUndefined();
});
