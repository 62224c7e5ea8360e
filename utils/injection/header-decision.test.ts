import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { findInjection, isBare, type OutgoingRequest } from './header-decision';
import type { Injection } from './injection';

const injection: Injection = { ...INJECTION, routes: buildRoutes(['https://admin.knetikcloud.com', API_ORIGIN]) };
const mayAddHeader = (asked: OutgoingRequest, wanted = injection, offTabs: number[] = []): boolean =>
  findInjection(asked, { injections: [wanted], offTabs }) === wanted;
const request: OutgoingRequest = {
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  type: 'xmlhttprequest',
  originUrl: 'https://admin.knetikcloud.com/index.html#/users',
  requestHeaders: [{ name: 'Accept' }],
};

it.each<[string, Partial<OutgoingRequest>]>([
  ['a GET', {}],
  ['a POST', { method: 'POST' }],
  ['a request that says its origin', { requestHeaders: [{ name: 'Origin', value: 'https://admin.knetikcloud.com' }] }],
  [
    'a request of a page without referrers that writes to its own origin',
    {
      requestHeaders: [
        { name: 'Origin', value: 'null' },
        { name: 'Sec-Fetch-Site', value: 'same-origin' },
      ],
    },
  ],
  ['a request that says "null" of something else', { requestHeaders: [{ name: 'X-Parent', value: 'null' }] }],
  ['a request of a worker', { originUrl: 'https://admin.knetikcloud.com/worker.js' }],
  ['a request whose headers are not known', { requestHeaders: undefined }],
  ['a request that may read the answer', { requestHeaders: [{ name: 'Sec-Fetch-Mode', value: 'cors' }] }],
  [
    'a request of a page of the API that asks to read nothing',
    {
      originUrl: `${API_ORIGIN}/`,
      requestHeaders: [
        { name: 'Sec-Fetch-Mode', value: 'no-cors' },
        { name: 'Sec-Fetch-Site', value: 'same-origin' },
      ],
    },
  ],
])('the header is added to %s of a chosen page to the API', (_case, part) => {
  expect(mayAddHeader({ ...request, ...part })).toBe(true);
});

const NEVER: [string, Partial<OutgoingRequest>][] = [
  ['a preflight', { method: 'OPTIONS' }],
  ['a request with a header of its own', { requestHeaders: [{ name: 'Accept' }, { name: 'authorization' }] }],
  ['a request with a header of its own in capitals', { requestHeaders: [{ name: 'AUTHORIZATION' }] }],
];

describe('while a tab is switched off', () => {
  it.each<[string, Partial<OutgoingRequest>, boolean]>([
    ['a request in it gets no header', { tabId: 7 }, false],
    ['a request in another tab does', { tabId: 8 }, true],
    // It may work for several tabs; which of them, nobody can say.
    ['a request of a shared worker does', { tabId: -1 }, true],
    ['a request that says no tab does', {}, true],
  ])('%s', (_case, part, mayAdd) => {
    expect(mayAddHeader({ ...request, ...part }, injection, [1, 7])).toBe(mayAdd);
  });
});

it('the header is added on the way to each API, from each page', () => {
  const several = {
    ...injection,
    routes: buildRoutes([API_ORIGIN, 'http://localhost:3000'], [API_ORIGIN, 'http://localhost:9000']),
  };
  const asked = { ...request, url: 'http://localhost:9000/me', originUrl: 'http://localhost:3000/app' };
  expect(mayAddHeader(asked, several)).toBe(true);
  expect(mayAddHeader({ ...asked, url: 'http://localhost:3000/me' }, several)).toBe(false);
  expect(mayAddHeader({ ...asked, originUrl: 'http://localhost:9000/' }, several)).toBe(false);
});

describe('the header is not added to', () => {
  it.each<[string, Partial<OutgoingRequest>]>([
    ...NEVER,
    ['an image', { type: 'image' }],
    ['a page load', { type: 'main_frame' }],
    ['a WebSocket', { type: 'websocket', url: 'wss://devsandbox.knetikcloud.com/events' }],
    ['a request that another site has redirected', { requestHeaders: [{ name: 'Origin', value: 'null' }] }],
    [
      'a request of a page of the API that was at another site',
      { originUrl: `${API_ORIGIN}/`, requestHeaders: [{ name: 'Sec-Fetch-Site', value: 'cross-site' }] },
    ],
    [
      'a request of a page of the API that was at another host of its site',
      { originUrl: `${API_ORIGIN}/`, requestHeaders: [{ name: 'Sec-Fetch-Site', value: 'same-site' }] },
    ],
    [
      'a request that asks to read nothing and may have been at another site',
      { requestHeaders: [{ name: 'Sec-Fetch-Mode', value: 'no-cors' }] },
    ],
    [
      'a redirected request among whose headers are others',
      {
        requestHeaders: [
          { name: 'X-Fetch-Site', value: 'same-origin' },
          { name: 'ORIGIN', value: 'null' },
          { name: 'Sec-Fetch-Site', value: 'cross-site' },
        ],
      },
    ],
    ['another host', { url: 'https://example.com/me' }],
    ['another port', { url: `${API_ORIGIN}:8443/me` }],
    ['the token endpoint', { url: `${API_ORIGIN}/oauth/token` }],
    ['a URL with a login', { url: 'https://johndoe:A3ddj3w@devsandbox.knetikcloud.com/me' }],
    ['a request of another page', { originUrl: 'https://example.com/' }],
    ['a request of a subdomain', { originUrl: 'https://x.admin.knetikcloud.com/' }],
    ['a request of another port', { originUrl: 'https://admin.knetikcloud.com:8443/' }],
    ['a request of the extension itself', { originUrl: 'moz-extension://c0ffee/_generated_background_page.html' }],
    ['a request of nobody', { originUrl: undefined }],
    ['a request of an opaque origin', { originUrl: 'data:text/html,x' }],
    ['a request of something unreadable', { originUrl: 'null' }],
  ])('%s', (_case, part) => {
    expect(mayAddHeader({ ...request, ...part })).toBe(false);
  });
});

describe('without looking at stored state', () => {
  it.each(['xmlhttprequest', 'image', 'main_frame'])('a request of any page may turn out to need it: %s', (type) => {
    expect(isBare({ ...request, type, url: 'https://example.com/', originUrl: undefined })).toBe(true);
  });

  it.each(NEVER)('%s never does', (_case, part) => {
    expect(isBare({ ...request, ...part })).toBe(false);
  });
});
