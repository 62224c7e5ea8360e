import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, API_ORIGIN } from '../testing/examples';
import { isPageRequest, mayAddHeader, type OutgoingRequest } from './header-decision';

const injection = { access_token: ACCESS_TOKEN, apiOrigin: API_ORIGIN, pageOrigins: ['https://admin.knetikcloud.com'] };
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
  ['a request of a worker', { originUrl: 'https://admin.knetikcloud.com/worker.js' }],
  ['a request whose headers are not known', { requestHeaders: undefined }],
])('the header is added to %s of a chosen page to the API', (_case, part) => {
  expect(mayAddHeader({ ...request, ...part }, injection)).toBe(true);
});

const OTHER_KINDS: [string, Partial<OutgoingRequest>][] = [
  ['a preflight', { method: 'OPTIONS' }],
  ['an image', { type: 'image' }],
  ['a page load', { type: 'main_frame' }],
  ['a request with a header of its own', { requestHeaders: [{ name: 'Accept' }, { name: 'authorization' }] }],
  ['a request that another site has redirected', { requestHeaders: [{ name: 'Origin', value: 'null' }] }],
  ['a request with a header of its own in capitals', { requestHeaders: [{ name: 'AUTHORIZATION' }] }],
];

describe('the header is not added to', () => {
  it.each<[string, Partial<OutgoingRequest>]>([
    ...OTHER_KINDS,
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
    expect(mayAddHeader({ ...request, ...part }, injection)).toBe(false);
  });
});

describe('without looking at stored state', () => {
  it('a request of any page may turn out to need it', () => {
    expect(isPageRequest({ ...request, url: 'https://example.com/', originUrl: undefined })).toBe(true);
  });

  it.each(OTHER_KINDS)('%s never does', (_case, part) => {
    expect(isPageRequest({ ...request, ...part })).toBe(false);
  });
});
