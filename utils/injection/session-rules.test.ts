import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, API_ORIGIN, INJECTION } from '../testing/examples';
import { MARK } from '../testing/fake-realm';
import { buildSessionRules, type Injection } from './session-rules';

const injection: Injection = { ...INJECTION, pageOrigins: [API_ORIGIN, 'https://admin.knetikcloud.com:8443'] };
const LOADED = ['stylesheet', 'script', 'image', 'font', 'object', 'ping', 'media', 'websocket', 'other'];

it('marked requests of the pages to the API get the header, their preflights do not', () => {
  expect(buildSessionRules(injection, MARK)[0]).toEqual({
    id: 1,
    condition: {
      urlFilter: `|https://devsandbox.knetikcloud.com/*#*kc-${MARK}|`,
      isUrlFilterCaseSensitive: true,
      initiatorDomains: ['devsandbox.knetikcloud.com', 'admin.knetikcloud.com'],
      resourceTypes: ['xmlhttprequest'],
      excludedRequestMethods: ['options'],
    },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${ACCESS_TOKEN}` }],
    },
  });
});

it('documents of each page origin, exactly, are told the mark and the API, and nobody who frames them is', () => {
  const armingRules = buildSessionRules(injection, MARK).slice(3);
  const action = {
    type: 'modifyHeaders',
    responseHeaders: [
      { header: 'Server-Timing', operation: 'append', value: `kc;desc="${MARK} https://devsandbox.knetikcloud.com"` },
      { header: 'Timing-Allow-Origin', operation: 'remove' },
    ],
  };
  const condition = { isUrlFilterCaseSensitive: true, resourceTypes: ['main_frame', 'sub_frame'] };
  expect(armingRules).toEqual([
    { id: 4, condition: { ...condition, urlFilter: '|https://devsandbox.knetikcloud.com/' }, action },
    { id: 5, condition: { ...condition, urlFilter: '|https://admin.knetikcloud.com:8443/' }, action },
  ]);
});

it('the endpoints that take credentials are excepted, whatever asks for them', () => {
  const condition = {
    isUrlFilterCaseSensitive: false,
    resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest', ...LOADED],
  };
  const exception = { priority: 2, action: { type: 'allow' } };
  expect(buildSessionRules(injection, MARK).slice(1, 3)).toEqual([
    { ...exception, id: 2, condition: { ...condition, urlFilter: '|https://devsandbox.knetikcloud.com/oauth/token^' } },
    {
      ...exception,
      id: 3,
      condition: { ...condition, urlFilter: '|https://devsandbox.knetikcloud.com/oauth/revoke^' },
    },
  ]);
});

it('only the rule that sets the header knows the token', () => {
  expect(JSON.stringify(buildSessionRules(injection, MARK).slice(1))).not.toContain(ACCESS_TOKEN);
});

it('without an injection there is no rule, so that no request is slowed down', () => {
  expect(buildSessionRules(undefined, MARK)).toEqual([]);
});

describe('several APIs and pages', () => {
  const MEDIA = 'http://localhost:9000';
  const PAGES = ['http://localhost:3000', 'http://localhost:4000', API_ORIGIN];
  const several = { ...injection, apiOrigins: [API_ORIGIN, MEDIA], pageOrigins: PAGES };
  const rules = buildSessionRules(several, MARK);

  it('have rules of their own, each with its own number', () => {
    expect(rules.map(({ id, condition }) => [id, condition.urlFilter])).toEqual([
      [1, `|${API_ORIGIN}/*#*kc-${MARK}|`],
      [2, `|${API_ORIGIN}/oauth/token^`],
      [3, `|${API_ORIGIN}/oauth/revoke^`],
      [4, `|${MEDIA}/*#*kc-${MARK}|`],
      [5, `|${MEDIA}/oauth/token^`],
      [6, `|${MEDIA}/oauth/revoke^`],
      [7, '|http://localhost:3000/'],
      [8, '|http://localhost:4000/'],
      [9, `|${API_ORIGIN}/`],
    ]);
  });

  it('get the token from the hosts of all the pages, each named once, though some differ in their port alone', () => {
    for (const rule of [rules[0], rules[3]]) {
      expect(rule?.condition.initiatorDomains).toEqual(['localhost', 'devsandbox.knetikcloud.com']);
      expect(rule?.action.requestHeaders?.[0]?.value).toBe(`Bearer ${ACCESS_TOKEN}`);
    }
  });

  it('are all told to every page', () => {
    const told = rules.slice(6).map(({ action }) => action.responseHeaders?.[0]);
    const value = `kc;desc="${MARK} ${API_ORIGIN} ${MEDIA}"`;
    expect(told).toEqual(PAGES.map(() => ({ header: 'Server-Timing', operation: 'append', value })));
  });
});

it('in a tab that is switched off no document is told anything and no request gets the header', () => {
  const rules = buildSessionRules({ ...injection, offTabs: [7, 8] }, MARK);
  const isOff = rules.map(({ action, condition }) => [action.type, condition.excludedTabIds]);
  const exceptions = [
    ['allow', undefined],
    ['allow', undefined],
  ];
  const [header, ...arming] = [1, 2, 3].map(() => ['modifyHeaders', [7, 8]]);
  expect(isOff).toEqual([header, ...exceptions, ...arming]);
});
