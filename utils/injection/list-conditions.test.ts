import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, buildRoutes, PROFILE_ID } from '../testing/examples';
import type { AskedRequest, BrowserFacts, ConditionName } from './condition';
import type { HeaderProfile, HeaderSituation } from './explain-request';
import { NO_PAGE } from './injection';
import { listConditions } from './list-conditions';
import { MAX_RULES } from './rule-limit';

const STRANGER = 'https://stranger.example';
const EXPIRES_AT_MS = 1_000_000;
const request: AskedRequest = {
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  kind: 'call',
  page: API_ORIGIN,
  tabId: 7,
  hasOwnHeader: false,
};
const profile: HeaderProfile = {
  profileId: PROFILE_ID,
  access_token: ACCESS_TOKEN,
  expiresAtMs: EXPIRES_AT_MS,
  routes: buildRoutes([API_ORIGIN], [API_ORIGIN]),
  isReadOnly: false,
  everything: false,
};
const situation: HeaderSituation = {
  profiles: [profile],
  switches: ALL_ON,
  earlierTokens: new Map(),
  engine: 'requests',
};

interface Case {
  request?: Partial<AskedRequest>;
  situation?: Partial<HeaderSituation>;
  facts?: BrowserFacts;
  nowMs?: number;
}

const list = (each: Case) =>
  listConditions(
    { ...request, ...each.request },
    { ...situation, ...each.situation },
    { nowMs: each.nowMs ?? EXPIRES_AT_MS, isPermitted: true, hasPageScript: true, ...each.facts },
  ).conditions;

/** What does not simply hold: how it ended, or why it was skipped. */
const listOthers = (each: Case): Partial<Record<ConditionName, string>> =>
  Object.fromEntries(
    list(each)
      .filter(({ outcome }) => outcome !== 'holds')
      .map((condition) => [condition.name, condition.outcome === 'skipped' ? condition.why : condition.outcome]),
  );

const NAMES: ConditionName[] = [
  'no-own-header',
  'logged-in',
  'confidential',
  'known-api',
  'chosen-page',
  'no-token-endpoint',
  'not-paused',
  'site-on',
  'tab-on',
  'may-write',
  'no-login-in-url',
  'kind',
  'permitted',
];

describe('the conditions of a request', () => {
  it('are told in the order in which they are worth mending', () => {
    expect(list({}).map(({ name }) => name)).toEqual([...NAMES, 'not-expired']);
  });

  it('have one of the page script in Chromium', () => {
    const names = list({ situation: { engine: 'rules' } }).map(({ name }) => name);
    expect(names).toEqual([...NAMES, 'page-script', 'not-expired']);
  });

  it('tell when the browser has no room for another rule', () => {
    const many = Array.from({ length: MAX_RULES }, (_, index) => `https://page-${index}.example`);
    const routes = buildRoutes([...many, API_ORIGIN], [API_ORIGIN]);
    const crowded = { engine: 'rules', profiles: [{ ...profile, routes }] } as const;
    expect(listOthers({ situation: crowded })).toEqual({ room: 'fails' });
    expect(listOthers({ situation: { ...crowded, engine: 'requests' } })).toEqual({});
  });

  const ofNobody = { 'may-write': 'needs-login', kind: 'needs-login', 'not-expired': 'needs-login' };
  it.each<[string, Case, Partial<Record<ConditionName, string>>]>([
    ['that gets the header', {}, {}],
    ['that gets it in Chromium', { situation: { engine: 'rules' } }, {}],
    ['that has a header of its own', { request: { hasOwnHeader: true } }, { 'no-own-header': 'fails' }],
    [
      'while nobody is logged in',
      { situation: { profiles: [] } },
      { 'logged-in': 'fails', 'known-api': 'needs-login', 'chosen-page': 'needs-login', ...ofNobody },
    ],
    [
      'to another API',
      { request: { url: `${STRANGER}/me` } },
      {
        'known-api': 'fails',
        'chosen-page': 'needs-api',
        'may-write': 'needs-api',
        kind: 'needs-api',
        'not-expired': 'needs-api',
      },
    ],
    [
      'of another page',
      { request: { page: STRANGER } },
      { 'chosen-page': 'fails', 'may-write': 'needs-page', kind: 'needs-page', 'not-expired': 'needs-page' },
    ],
    ['in clear', { facts: { isConfidential: false } }, { confidential: 'fails' }],
    ['that the browser does not permit', { facts: { isPermitted: false } }, { permitted: 'fails' }],
    ['of which nobody knows whether it is permitted', { facts: { isPermitted: undefined } }, { permitted: 'unknown' }],
    [
      'of a page without the script',
      { situation: { engine: 'rules' }, facts: { hasPageScript: false } },
      { 'page-script': 'fails' },
    ],
    [
      'of a page nobody has asked for the script',
      { situation: { engine: 'rules' }, facts: { hasPageScript: undefined } },
      { 'page-script': 'unknown' },
    ],
    ['with a token that has run out', { nowMs: EXPIRES_AT_MS + 1 }, { 'not-expired': 'warns' }],
    [
      'with a token whose end nobody knows',
      { situation: { profiles: [{ ...profile, expiresAtMs: undefined }] }, nowMs: Number.MAX_SAFE_INTEGER },
      {},
    ],
    [
      'that would write to production',
      { request: { method: 'POST' }, situation: { profiles: [{ ...profile, isReadOnly: true }] } },
      { 'may-write': 'fails' },
    ],
    ['of an image', { request: { kind: 'load' } }, { kind: 'fails' }],
    [
      'of an image in Chromium',
      { request: { kind: 'load' }, situation: { engine: 'rules' } },
      { kind: 'fails', 'page-script': 'no-call' },
    ],
    [
      'of a typed address',
      { request: { kind: 'link', page: undefined } },
      { 'chosen-page': 'typed-address', kind: 'fails', 'not-expired': 'needs-page', 'may-write': 'needs-page' },
    ],
    [
      'of a link to an API that nobody knows',
      { request: { kind: 'link', url: `${STRANGER}/me` } },
      {
        'known-api': 'fails',
        'chosen-page': 'needs-api',
        'may-write': 'needs-api',
        kind: 'needs-api',
        'not-expired': 'needs-api',
      },
    ],
    [
      'of a link while nobody is logged in',
      { request: { kind: 'link' }, situation: { profiles: [] } },
      { 'logged-in': 'fails', 'known-api': 'needs-login', 'chosen-page': 'needs-login', ...ofNobody },
    ],
  ])('%s: what does not hold is told', (_case, each, others) => {
    expect(listOthers(each)).toEqual(others);
  });

  const linking = {
    profiles: [
      {
        ...profile,
        routes: [
          { page: API_ORIGIN, api: API_ORIGIN },
          { page: NO_PAGE, api: API_ORIGIN },
        ],
      },
    ],
  };
  it.each<[string, Case, Partial<Record<ConditionName, string>>]>([
    ['from a chosen page in Firefox', { situation: linking }, {}],
    ['from another page in Firefox', { request: { page: STRANGER }, situation: linking }, { 'chosen-page': 'fails' }],
    [
      'from another page in Chromium, which does not know who links',
      { request: { page: STRANGER }, situation: { ...linking, engine: 'rules' } },
      { 'chosen-page': 'any-page', 'page-script': 'no-call' },
    ],
    [
      'from a page that is switched off in Firefox',
      { situation: { ...linking, switches: { ...ALL_ON, offSites: [API_ORIGIN] } } },
      { 'site-on': 'fails' },
    ],
  ])('a link that carries the token %s', (_case, each, others) => {
    expect(listOthers({ ...each, request: { kind: 'link', ...each.request } })).toEqual(others);
  });
});
