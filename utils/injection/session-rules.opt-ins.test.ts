import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { MARK } from '../testing/fake-realm';
import { type Injection, NO_PAGE } from './injection';
import { buildSessionRules, type SessionRule } from './session-rules';

const SOCKETS = 'wss://devsandbox.knetikcloud.com';
const LOADED = ['stylesheet', 'script', 'image', 'font', 'object', 'ping', 'media', 'websocket', 'other'];
const LOCAL = 'http://localhost:9000';
const PAGES = [API_ORIGIN, 'http://localhost:3000'];
const MARKS = Object.fromEntries(PAGES.map((page) => [page, MARK]));
/** As in `Reach`. */
interface OptIns {
  links?: boolean;
  everything?: boolean;
  apis?: string[];
  isReadOnly?: boolean;
}
const buildInjection = ({ links = false, apis = [API_ORIGIN], ...part }: OptIns): Injection => ({
  ...INJECTION,
  routes: buildRoutes([...(links ? [NO_PAGE] : []), ...PAGES], apis),
  ...part,
});
const build = (part: OptIns, offTabs: number[] = []): SessionRule[] =>
  buildSessionRules({ injections: [buildInjection(part)], offTabs, leftOut: [] }, MARKS);

/** The rules that give the token to requests without a mark. */
const getSetting = (rules: SessionRule[]): SessionRule[] =>
  rules.filter(({ action, condition }) => action.requestHeaders && !condition.urlFilter.includes(MARK));
const getConditions = (part: OptIns): unknown[] => getSetting(build(part)).map(({ condition }) => condition);
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
  initiatorDomains: ['devsandbox.knetikcloud.com'],
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
  const sockets = { ...load, urlFilter: `|${SOCKETS}/` };
  const local = { initiatorDomains: ['localhost'] };
  expect(getConditions({ everything: true })).toEqual([load, sockets, { ...load, ...local }, { ...sockets, ...local }]);
});

it('where the profile may only read, what reads gets it, and no WebSocket, which can write', () => {
  const { excludedRequestMethods: _others, ...reading } = { ...load, requestMethods: ['get', 'head'] };
  const conditions = getConditions({ everything: true, links: true, isReadOnly: true });
  expect(conditions).toEqual([link, reading, { ...reading, initiatorDomains: ['localhost'] }]);
});

describe('with both opt-ins', () => {
  const both = { links: true, everything: true, apis: [API_ORIGIN, LOCAL] };
  const rules = build(both);

  it('each API has its rules, each with its own number', () => {
    const loaded = [API_ORIGIN, SOCKETS, LOCAL, LOCAL.replace('http', 'ws')];
    expect(getSetting(rules).map(({ condition }) => condition.urlFilter)).toEqual(
      [API_ORIGIN, LOCAL, ...loaded, ...loaded].map((origin) => `|${origin}/`),
    );
    expect(rules.map(({ id }) => id)).toEqual(rules.map((_, index) => index + 1));
  });

  it('they set the token that is in force, below the marked ones and the exceptions', () => {
    const rest = { priority: 1, action };
    for (const { id: _id, condition: _condition, ...others } of getSetting(rules)) expect(others).toEqual(rest);
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
      expect(priority).toBe(3);
      expect(condition.resourceTypes).toEqual(['main_frame', 'sub_frame', 'xmlhttprequest', ...LOADED]);
      expect(Object.keys(condition)).not.toContain('initiatorDomains');
    }
  });

  it('a tab that is switched off gets nothing', () => {
    const setting = getSetting(build(both, [7]));
    expect(setting.map(({ condition }) => condition.excludedTabIds)).toEqual(Array.from({ length: 10 }, () => [7]));
  });
});
