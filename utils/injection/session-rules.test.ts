import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { NOTHING_IN_FORCE } from './injection';
import type { Fitting } from './rule-limit';
import { buildSessionRules, type SessionRule } from './session-rules';

const ADMIN = 'https://admin.knetikcloud.com:8443';
const MARKS = { [API_ORIGIN]: 'f00d', [ADMIN]: 'beef' };
const injection = { ...INJECTION, routes: buildRoutes([API_ORIGIN, ADMIN]) };
const fitting: Fitting = { injections: [injection], offTabs: [], leftOut: [] };
const rules = buildSessionRules(fitting, MARKS);
const getKind = (kind: 'setting' | 'telling' | 'allowing', all = rules): SessionRule[] =>
  all.filter(({ action: { requestHeaders, responseHeaders } }) => {
    if (kind === 'allowing') return !requestHeaders && !responseHeaders;
    return kind === 'setting' ? requestHeaders : responseHeaders;
  });
const LOADED = ['stylesheet', 'script', 'image', 'font', 'object', 'ping', 'media', 'websocket', 'other'];

it('marked requests of each page to the API get the header, their preflights do not', () => {
  const condition = {
    isUrlFilterCaseSensitive: true,
    resourceTypes: ['xmlhttprequest'],
    excludedRequestMethods: ['options'],
  };
  const action = {
    type: 'modifyHeaders',
    requestHeaders: [{ header: 'Authorization', operation: 'set', value: `Bearer ${ACCESS_TOKEN}` }],
  };
  const [own, admin] = [`|${API_ORIGIN}/*#*kc-f00d|`, `|${API_ORIGIN}/*#*kc-beef|`];
  const [ownHost, adminHost] = [['devsandbox.knetikcloud.com'], ['admin.knetikcloud.com']];
  expect(getKind('setting')).toEqual([
    { id: 1, priority: 2, condition: { ...condition, urlFilter: own, initiatorDomains: ownHost }, action },
    { id: 2, priority: 2, condition: { ...condition, urlFilter: admin, initiatorDomains: adminHost }, action },
  ]);
});

it('documents of each page origin, exactly, are told their mark and the API, and nobody who frames them is', () => {
  const buildAction = (mark: string): object => ({
    type: 'modifyHeaders',
    responseHeaders: [
      { header: 'Server-Timing', operation: 'append', value: `kc;desc="${mark} https://devsandbox.knetikcloud.com"` },
      { header: 'Timing-Allow-Origin', operation: 'remove' },
    ],
  });
  const condition = { isUrlFilterCaseSensitive: true, resourceTypes: ['main_frame', 'sub_frame'] };
  expect(getKind('telling')).toEqual([
    { id: 5, priority: 1, condition: { ...condition, urlFilter: `|${API_ORIGIN}/` }, action: buildAction('f00d') },
    { id: 6, priority: 1, condition: { ...condition, urlFilter: `|${ADMIN}/` }, action: buildAction('beef') },
  ]);
});

it('the endpoints that take credentials are excepted above all, whatever asks for them', () => {
  const condition = {
    isUrlFilterCaseSensitive: false,
    resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest', ...LOADED],
  };
  const exception = { priority: 3, action: { type: 'allow' } };
  expect(getKind('allowing')).toEqual([
    { ...exception, id: 3, condition: { ...condition, urlFilter: '|https://devsandbox.knetikcloud.com/oauth/token^' } },
    {
      ...exception,
      id: 4,
      condition: { ...condition, urlFilter: '|https://devsandbox.knetikcloud.com/oauth/revoke^' },
    },
  ]);
});

it('only the rules that set the header know the token', () => {
  expect(JSON.stringify(getKind('setting'))).toContain(ACCESS_TOKEN);
  expect(JSON.stringify([...getKind('telling'), ...getKind('allowing')])).not.toContain(ACCESS_TOKEN);
});

it('while nothing is in force there is no rule, so that no request is slowed down', () => {
  expect(buildSessionRules({ ...NOTHING_IN_FORCE, leftOut: [] }, MARKS)).toEqual([]);
});

it('a page without a mark gets no token and is told nothing', () => {
  const others = buildSessionRules(fitting, { [ADMIN]: 'beef' });
  expect(others.map(({ condition }) => condition.urlFilter)).toEqual([
    `|${API_ORIGIN}/*#*kc-beef|`,
    `|${API_ORIGIN}/oauth/token^`,
    `|${API_ORIGIN}/oauth/revoke^`,
    `|${ADMIN}/`,
  ]);
});

it('where the profile may only read, only requests that read get the header', () => {
  const readOnly = buildSessionRules({ ...fitting, injections: [{ ...injection, isReadOnly: true }] }, MARKS);
  const conditions = getKind('setting', readOnly).map(({ condition }) => condition);
  expect(conditions.map(({ requestMethods }) => requestMethods)).toEqual([
    ['get', 'head'],
    ['get', 'head'],
  ]);
  for (const condition of conditions) expect(Object.keys(condition)).not.toContain('excludedRequestMethods');
});

describe('several profiles, APIs and pages', () => {
  const MEDIA = 'http://localhost:9000';
  const second = { profileId: 'profile-2', access_token: 'second', routes: buildRoutes([ADMIN], [MEDIA]) };
  const several = buildSessionRules({ ...fitting, injections: [injection, { ...INJECTION, ...second }] }, MARKS);

  it('have for each route a rule with its token, and for each API and page rules of their own, each with its number', () => {
    const shown = several.map(({ id, condition: { urlFilter }, action }) => [
      id,
      urlFilter,
      ...(action.requestHeaders ?? []).map(({ value }) => value),
    ]);
    const first = `Bearer ${ACCESS_TOKEN}`;
    expect(shown).toEqual([
      [1, `|${API_ORIGIN}/*#*kc-f00d|`, first],
      [2, `|${API_ORIGIN}/*#*kc-beef|`, first],
      [3, `|${MEDIA}/*#*kc-beef|`, 'Bearer second'],
      [4, `|${API_ORIGIN}/oauth/token^`],
      [5, `|${API_ORIGIN}/oauth/revoke^`],
      [6, `|${MEDIA}/oauth/token^`],
      [7, `|${MEDIA}/oauth/revoke^`],
      [8, `|${API_ORIGIN}/`],
      [9, `|${ADMIN}/`],
    ]);
  });

  it('are told to each page together, whosever they are', () => {
    const told = getKind('telling', several).map(({ action }) => action.responseHeaders?.[0]);
    const values = [`f00d ${API_ORIGIN}`, `beef ${API_ORIGIN} ${MEDIA}`].map((text) => `kc;desc="${text}"`);
    expect(told).toEqual(values.map((value) => ({ header: 'Server-Timing', operation: 'append', value })));
  });
});

it('in a tab that is switched off no document is told anything and no request gets the header', () => {
  const isOff = buildSessionRules({ ...fitting, offTabs: [7, 8] }, MARKS).map(({ action, condition }) => [
    action.type,
    condition.excludedTabIds,
  ]);
  const [off, exception] = [
    ['modifyHeaders', [7, 8]],
    ['allow', undefined],
  ];
  expect(isOff).toEqual([off, off, exception, exception, off, off]);
});
