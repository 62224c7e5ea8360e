import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getRuledHeader, getToldArming } from '../testing/rule-engine';
import { findInjection } from './header-decision';
import { type InForce, NO_PAGE } from './injection';
import { markUrl } from './mark';
import { fitIntoRules } from './rule-limit';
import { buildSessionRules } from './session-rules';

const PAGES = [
  'https://app.example',
  'https://x.app.example',
  'https://app.example:8443',
  'http://localhost:3000',
  'http://localhost:4000',
  'https://api.example',
];
const APIS = ['https://api.example', 'https://api.example:8443', 'http://localhost:9000'];
const ROUTES = [...PAGES, NO_PAGE].flatMap((page) => APIS.map((api) => ({ page, api })));
const markOf = (page: string): string => `mark${PAGES.indexOf(page)}`;
const MARKS = Object.fromEntries(PAGES.map((page) => [page, markOf(page)]));

/** Each route in force for one of three profiles, or for none. */
const anyInForce = fc
  .record({
    owners: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: ROUTES.length, maxLength: ROUTES.length }),
    flags: fc.array(fc.record({ everything: fc.boolean(), isReadOnly: fc.boolean() }), { minLength: 3, maxLength: 3 }),
    offTabs: fc.subarray([7]),
    maxRules: fc.constantFrom(15, 40, 4500),
  })
  .map(({ owners, flags, offTabs, maxRules }) => {
    const injections = flags.map((flag, index) => ({
      profileId: `profile-${index}`,
      access_token: `token-${index}`,
      routes: ROUTES.filter((_route, at) => owners[at] === index),
      ...flag,
    }));
    return fitIntoRules({ injections, offTabs }, maxRules);
  });
const anyRequest = fc.record({
  page: fc.constantFrom(...PAGES),
  api: fc.constantFrom(...APIS),
  path: fc.constantFrom('/me', '/oauth/token', '/oauth/revoke?x'),
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'),
  tabId: fc.constantFrom(7, 8),
});

/** What Firefox would send, where each request is seen with its exact origin. */
const getExpected = (request: { url: string; method: string; type: string }, page: string, inForce: InForce) => {
  const injection = findInjection({ ...request, originUrl: `${page}/` }, inForce);
  return injection && `Bearer ${injection.access_token}`;
};

describe('the rules of Chromium, whichever profiles are in force where,', () => {
  it('give a page that uses its own mark the same token as Firefox', () => {
    fc.assert(
      fc.property(anyInForce, anyRequest, (inForce, { page, api, path, method, tabId }) => {
        const request = { url: api + path, method, type: 'xmlhttprequest', tabId };
        // Without the opt-in for what has no mark: that is looked at below.
        const injections = inForce.injections.map((each) => ({ ...each, everything: false }));
        const rules = buildSessionRules({ ...inForce, injections }, MARKS);
        const marked = { ...request, url: markUrl(request.url, markOf(page)), initiator: page };
        expect(getRuledHeader(rules, marked)).toBe(getExpected(request, page, inForce));
      }),
    );
  });

  it('give a page nothing for the mark of another page that has another host', () => {
    fc.assert(
      fc.property(anyInForce, anyRequest, fc.constantFrom(...PAGES), (inForce, { page, api, path, method }, other) => {
        fc.pre(!`.${new URL(page).hostname}`.endsWith(`.${new URL(other).hostname}`));
        const injections = inForce.injections.map((each) => ({ ...each, everything: false }));
        const rules = buildSessionRules({ ...inForce, injections }, MARKS);
        const url = markUrl(api + path, markOf(other));
        expect(getRuledHeader(rules, { url, method, type: 'xmlhttprequest', initiator: page })).toBeUndefined();
      }),
    );
  });

  it('give what a page loads the same token as Firefox, or none where hosts cannot tell', () => {
    const anyLoad = fc.constantFrom('image', 'sub_frame', 'websocket', 'xmlhttprequest');
    const seen = { same: 0, none: 0 };
    fc.assert(
      fc.property(anyInForce, anyRequest, anyLoad, (inForce, { page, api, path, method, tabId }, type) => {
        const isOpen = inForce.injections.some(({ routes }) => routes.some((route) => route.page === page));
        fc.pre(isOpen);
        const url = (type === 'websocket' ? api.replace('http', 'ws') : api) + path;
        const request = { url, method: type === 'websocket' ? 'GET' : method, type, tabId };
        const header = getRuledHeader(buildSessionRules(inForce, MARKS), { ...request, initiator: page });
        const expected = getExpected(request, page, inForce);
        seen[header === undefined ? 'none' : 'same'] += 1;
        expect([expected, undefined]).toContain(header);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.same, seen.none)).toBeGreaterThan(10);
  });

  it('tell each page its own mark and those APIs that it has a route to', () => {
    fc.assert(
      fc.property(anyInForce, fc.constantFrom(...PAGES), (inForce, page) => {
        const apis = inForce.injections.flatMap(({ routes }) => routes.filter((route) => route.page === page));
        const text = [markOf(page), ...apis.map(({ api }) => api)].join(' ');
        const told = getToldArming(buildSessionRules(inForce, MARKS), page);
        expect(told).toBe(apis.length > 0 ? `kc;desc="${text}"` : undefined);
      }),
    );
  });
});
