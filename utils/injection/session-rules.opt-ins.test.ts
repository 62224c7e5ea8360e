import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, API_ORIGIN, INJECTION } from '../testing/examples';
import { MARK } from '../testing/fake-realm';
import { buildSessionRules, type SessionRule } from './session-rules';

const SOCKETS = 'wss://devsandbox.knetikcloud.com';
const LOADED = ['stylesheet', 'script', 'image', 'font', 'object', 'ping', 'media', 'websocket', 'other'];
const LOCAL = 'http://localhost:9000';
const PAGES = [API_ORIGIN, 'http://localhost:3000'];
const HOSTS = ['devsandbox.knetikcloud.com', 'localhost'];
const build = (part: Partial<typeof INJECTION>): SessionRule[] =>
  buildSessionRules({ ...INJECTION, pageOrigins: PAGES, ...part }, MARK);

/** The rules that give the token to requests without a mark. */
const getSetting = (rules: SessionRule[]): SessionRule[] =>
  rules.filter(({ action, condition }) => action.requestHeaders && !condition.urlFilter.includes(MARK));
const getConditions = (part: Partial<typeof INJECTION>): unknown[] =>
  getSetting(build(part)).map(({ condition }) => condition);
const action = {
  type: 'modifyHeaders',
  requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${ACCESS_TOKEN}` }],
};

const link = {
  urlFilter: `|${API_ORIGIN}/`,
  isUrlFilterCaseSensitive: true,
  resourceTypes: ['main_frame'],
  requestMethods: ['get', 'head'],
};
const load = {
  urlFilter: `|${API_ORIGIN}/`,
  isUrlFilterCaseSensitive: true,
  initiatorDomains: HOSTS,
  resourceTypes: ['sub_frame', 'xmlhttprequest', ...LOADED],
  excludedRequestMethods: ['options'],
};

it('without an opt-in no request without a mark gets the token', () => {
  expect(getConditions({})).toEqual([]);
});

it('opened links and typed addresses get it when they only read, whoever links', () => {
  expect(getConditions({ links: true })).toEqual([link]);
});

it('everything else that the pages load gets it, their WebSockets too, but no document of a tab', () => {
  expect(getConditions({ everything: true })).toEqual([load, { ...load, urlFilter: `|${SOCKETS}/` }]);
});

describe('with both opt-ins', () => {
  const both = { links: true, everything: true, apiOrigins: [API_ORIGIN, LOCAL] };
  const rules = build(both);

  it('each API has its rules, each with its own number', () => {
    const targets = [API_ORIGIN, API_ORIGIN, SOCKETS].concat(LOCAL, LOCAL, LOCAL.replace('http', 'ws'));
    expect(getSetting(rules).map(({ condition }) => condition.urlFilter)).toEqual(
      targets.map((origin) => `|${origin}/`),
    );
    expect(rules.map(({ id }) => id)).toEqual(rules.map((_, index) => index + 1));
  });

  it('they set the token that is in force, below the exceptions', () => {
    for (const rule of getSetting(rules)) expect(rule).toEqual({ id: rule.id, condition: rule.condition, action });
  });

  it('only the rules that set the header know the token', () => {
    const others = rules.filter((rule) => !rule.action.requestHeaders);
    expect(others.map(({ action: { type } }) => type)).toContain('allow');
    expect(JSON.stringify(others)).not.toContain(ACCESS_TOKEN);
  });

  it('the endpoints that take credentials are excepted for every kind of request, also for WebSockets', () => {
    const exceptions = rules.filter(({ action: { type } }) => type === 'allow');
    const origins = [API_ORIGIN, SOCKETS, LOCAL, 'ws://localhost:9000'];
    expect(exceptions.map(({ condition }) => condition.urlFilter)).toEqual(
      origins.flatMap((origin) => [`|${origin}/oauth/token^`, `|${origin}/oauth/revoke^`]),
    );
    for (const { priority, condition } of exceptions) {
      expect(priority).toBe(2);
      expect(condition.resourceTypes).toEqual(['main_frame', 'sub_frame', 'xmlhttprequest', ...LOADED]);
      expect(Object.keys(condition)).not.toContain('initiatorDomains');
    }
  });

  it('a tab that is switched off gets nothing', () => {
    const setting = getSetting(build({ ...both, offTabs: [7] }));
    expect(setting.map(({ condition }) => condition.excludedTabIds)).toEqual(Array.from({ length: 6 }, () => [7]));
  });
});
