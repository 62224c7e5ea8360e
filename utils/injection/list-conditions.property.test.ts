import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzz } from '../testing/fuzz-runs';
import { getRuledHeader } from '../testing/rule-engine';
import { buildArmedPages, getArming } from './arming';
import type { AskedRequest, Condition } from './condition';
import { explainRequest, type HeaderProfile, type HeaderSituation, type Verdict } from './explain-request';
import { findInjection } from './header-decision';
import { type InForce, NO_PAGE, type Route } from './injection';
import { listConditions } from './list-conditions';
import { markUrl } from './mark';
import { mayCarryToken } from './may-carry';
import { fitIntoRules } from './rule-limit';
import { buildSessionRules } from './session-rules';

const API = 'https://api.example';
const [APP, BELOW, OTHER_PORT] = ['https://app.example', 'https://x.app.example', 'https://app.example:8443'];
const PAGES = [APP, BELOW, OTHER_PORT, API];
const APIS = [API, 'http://localhost:9000'];
const ROUTES = [...PAGES, NO_PAGE].flatMap((page) => APIS.map((api) => ({ page, api })));
const MARKS = Object.fromEntries(PAGES.map((page, index) => [page, `mark${index}`]));

/** Mostly so, as requests that fail for many reasons at once show little. */
const seldom = fc.integer({ min: 0, max: 7 }).map((number) => number === 7);
const often = seldom.map((isSo) => !isSo);

const anyProfiles = fc
  .record({
    isLoggedIn: often,
    owners: fc.array(fc.constantFrom(0, 1, 0, 1, -1), { minLength: ROUTES.length, maxLength: ROUTES.length }),
    flags: fc.array(fc.record({ everything: fc.boolean(), isReadOnly: seldom }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ isLoggedIn, owners, flags }): HeaderProfile[] =>
    (isLoggedIn ? flags : []).map((flag, index) => ({
      profileId: `profile-${index}`,
      access_token: `token-${index}`,
      routes: ROUTES.filter((_route, at) => owners[at] === index),
      ...flag,
    })),
  );
const anySituation = (engine: HeaderSituation['engine']): fc.Arbitrary<HeaderSituation> =>
  fc.record({
    profiles: anyProfiles,
    switches: fc.record({
      paused: seldom,
      offSites: fc.subarray([APP, BELOW, OTHER_PORT, API], { maxLength: 1 }),
      offTabs: fc.subarray([7]),
    }),
    earlierTokens: fc.constant(new Map<string, string>()),
    engine: fc.constant(engine),
  });
const anyRequest: fc.Arbitrary<AskedRequest> = fc
  .record({
    api: fc.constantFrom(...APIS, ...APIS, 'https://stranger.example'),
    path: fc.constantFrom(
      '/me',
      '/users',
      '/oauth',
      '/oauth/tokens',
      '/oauth/token!',
      '/oauth/token',
      '//oauth/%72evoke?x',
    ),
    login: seldom,
    method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'OPTIONS'),
    how: fc.constantFrom('call' as const, 'link' as const, 'load' as const, 'socket' as const),
    page: fc.constantFrom(...PAGES, 'https://stranger.example'),
    isTyped: fc.boolean(),
    tabId: fc.constantFrom(7, 8, 8, 8),
    hasOwnHeader: seldom,
  })
  .map(({ api, path, login, method, how, page, isTyped, hasOwnHeader, ...rest }) => {
    const url = (login ? api.replace('://', '://user:secret@') : api) + path;
    const isSocket = how === 'socket';
    return {
      ...rest,
      url: isSocket ? url.replace('http', 'ws') : url,
      method: isSocket ? 'GET' : method,
      kind: isSocket ? 'load' : how,
      // Nothing else can set headers.
      hasOwnHeader: hasOwnHeader && how === 'call',
      page: how === 'link' && isTyped ? undefined : page,
    };
  });

/** What is in force, as the background puts it together. */
function buildInForce({ profiles, switches }: HeaderSituation): InForce {
  const isOff = ({ page, api }: Route): boolean => switches.offSites.includes(page || api);
  const injections = profiles.map((profile) => ({ ...profile, routes: profile.routes.filter((each) => !isOff(each)) }));
  const offRoutes = profiles.flatMap(({ routes }) => routes.filter(isOff));
  return {
    injections: switches.paused ? [] : injections,
    offTabs: switches.offTabs,
    offRoutes,
    offSites: switches.offSites,
  };
}

const TYPES = { call: 'xmlhttprequest', link: 'main_frame', load: 'image' } as const;
const getType = ({ url, kind }: AskedRequest): string => (url.startsWith('ws') ? 'websocket' : TYPES[kind]);

function isSentByFirefox(request: AskedRequest, situation: HeaderSituation): boolean {
  const { page, hasOwnHeader } = request;
  const outgoing = {
    ...request,
    type: getType(request),
    originUrl: page && `${page}/`,
    requestHeaders: hasOwnHeader ? [{ name: 'authorization', value: 'Basic x' }] : [],
  };
  return findInjection(outgoing, buildInForce(situation)) !== undefined;
}

/** The page script marks a bare call to an API that its page was told of; everything else leaves as it is. */
function isSentByChromium(request: AskedRequest, situation: HeaderSituation, hasPageScript: boolean): boolean {
  const { url, method, tabId, kind, page, hasOwnHeader } = request;
  const fitting = fitIntoRules(buildInForce(situation));
  const arming = page === undefined ? undefined : getArming(buildArmedPages(fitting, MARKS), page);
  const isMarked =
    arming && kind === 'call' && hasPageScript && !hasOwnHeader && mayCarryToken(new URL(url), arming.apis);
  const ruled = { url: isMarked ? markUrl(url, arming.mark) : url, method, type: getType(request), tabId };
  return (
    getRuledHeader(buildSessionRules(fitting, MARKS), { ...ruled, ...(page && { initiator: page }) }) !== undefined
  );
}

const isAllWell = (conditions: readonly Condition[]): boolean => conditions.every(({ outcome }) => outcome !== 'fails');

it('All conditions hold exactly for those requests that Firefox gives a header', () => {
  const seen = [0, 0];
  fc.assert(
    fc.property(anySituation('requests'), anyRequest, fc.boolean(), (situation, request, isPermitted) => {
      const { conditions } = listConditions(request, situation, { nowMs: 0, isPermitted });
      const isSent = isPermitted && isSentByFirefox(request, situation);
      seen[Number(isSent)] = (seen[Number(isSent)] ?? 0) + 1;
      expect(isAllWell(conditions)).toBe(isSent);
    }),
    fuzz(2000),
  );
  expect(Math.min(...seen)).toBeGreaterThan(50);
});

it('All conditions hold exactly for those requests that Chromium gives a header', () => {
  const seen = [0, 0];
  fc.assert(
    fc.property(anySituation('rules'), anyRequest, often, (situation, request, hasPageScript) => {
      const { conditions } = listConditions(request, situation, { nowMs: 0, isPermitted: true, hasPageScript });
      const isSent = isSentByChromium(request, situation, hasPageScript);
      seen[Number(isSent)] = (seen[Number(isSent)] ?? 0) + 1;
      expect(isAllWell(conditions)).toBe(isSent);
    }),
    fuzz(2000),
  );
  expect(Math.min(...seen)).toBeGreaterThan(50);
});

/** Which verdict each condition that fails stands for; all that come later leave a request unmarked. */
const EXPECTED: [Condition['name'], Verdict][] = [
  ['logged-in', 'no-token'],
  ['known-api', 'other-api'],
  ['chosen-page', 'other-page'],
  ['no-token-endpoint', 'token-endpoint'],
  ['not-paused', 'paused'],
  ['site-on', 'off-site'],
  ['tab-on', 'off-tab'],
  ['may-write', 'read-only'],
  ['no-login-in-url', 'login-in-url'],
  ['kind', 'not-opted-in'],
];

it.each(['rules', 'requests'] as const)('The verdict on a request is the first condition that fails: %s', (engine) => {
  const seen = new Set<Verdict>();
  fc.assert(
    fc.property(anySituation(engine), anyRequest, (situation, request) => {
      const { conditions } = listConditions({ ...request, hasOwnHeader: false }, situation, { nowMs: 0 });
      const failing = conditions.find(({ outcome }) => outcome === 'fails');
      const expected = EXPECTED.find(([name]) => name === failing?.name)?.[1] ?? 'not-marked';
      const { verdict } = explainRequest({ ...request, authorization: undefined }, situation, 0);
      seen.add(verdict);
      expect(verdict).toBe(expected);
    }),
    fuzz(2000),
  );
  expect([...seen].toSorted()).toEqual([...EXPECTED.map(([, verdict]) => verdict), 'not-marked'].toSorted());
});
