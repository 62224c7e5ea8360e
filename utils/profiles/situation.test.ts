import { describe, expect, it } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import type { TokenState } from '@/utils/oauth2/token-state';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, ISSUED_TOKEN, RECEIVED_AT_MS as NOW_MS } from '../testing/examples';
import { buildSituation, PROFILE } from '../testing/profile-examples';
import { buildProfile, withForm } from './profile';
import { getInForce, listLoggedIn, listOrigins, mayWrite, type Situation } from './situation';

const PAGE = 'http://localhost:3000';
const OTHER = 'https://api.example';
const INJECTION = {
  profileId: PROFILE.id,
  access_token: ACCESS_TOKEN,
  routes: [{ page: API_ORIGIN, api: API_ORIGIN }],
  everything: false,
  isReadOnly: false,
};

describe('what is in force', () => {
  it.each<TokenState>([
    { kind: 'issued', token: ISSUED_TOKEN },
    {
      kind: 'refused',
      failure: { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' },
      token: ISSUED_TOKEN,
    },
    { kind: 'unreachable', failure: { code: 'dns' }, token: ISSUED_TOKEN },
  ])('is the held token, also after a request that was $kind', (state) => {
    const situation = buildSituation({ states: { [PROFILE.id]: state } });
    expect(getInForce(situation, NOW_MS)).toEqual({ injections: [INJECTION], offTabs: [] });
  });

  it.each<[string, Partial<Situation>]>([
    ['without a token', { states: {} }],
    ['after a logout', { states: { [PROFILE.id]: { kind: 'absent', revocation: 'revoked' } } }],
    [
      'after a first request that failed',
      { states: { [PROFILE.id]: { kind: 'unreachable', failure: { code: 'dns' } } } },
    ],
    ['of a profile that is removed', { profiles: [] }],
    ['while paused', { switches: { ...ALL_ON, paused: true, offTabs: [7] } }],
    ['when its only page is switched off', { switches: { ...ALL_ON, offSites: [API_ORIGIN], offTabs: [7] } }],
  ])('is nothing %s', (_case, part) => {
    expect(getInForce(buildSituation(part), NOW_MS)).toEqual({ injections: [], offTabs: [] });
  });

  it('is so in no tab that is switched off', () => {
    const switches = { ...ALL_ON, offTabs: [7] };
    expect(getInForce(buildSituation({ switches }), NOW_MS)).toEqual({ injections: [INJECTION], offTabs: [7] });
  });

  it('is for reading only in production, but while writing is allowed', () => {
    const profiles = [{ ...PROFILE, isProduction: true }];
    const situation = buildSituation({ profiles, writingUntil: { [PROFILE.id]: NOW_MS } });
    const isReadOnly = (nowMs: number) => getInForce(situation, nowMs).injections[0]?.isReadOnly;
    expect([isReadOnly(NOW_MS - 1), isReadOnly(NOW_MS)]).toEqual([false, true]);
  });
});

it('writing is allowed to one profile, until its time', () => {
  const situation = { writingUntil: { p: NOW_MS } };
  expect([mayWrite(situation, 'p', NOW_MS - 1), mayWrite(situation, 'p', NOW_MS)]).toEqual([true, false]);
  expect(mayWrite(situation, 'q', 0)).toBe(false);
});

it('logged in is who holds a token, in the order of the list', () => {
  const [a, b, c] = [buildProfile('a'), buildProfile('b'), buildProfile('c')];
  const token = { ...ISSUED_TOKEN, access_token: 'of c', api_origin: OTHER };
  const situation = buildSituation({
    profiles: [c, b, a],
    states: { a: { kind: 'issued', token: ISSUED_TOKEN }, b: { kind: 'absent' }, c: { kind: 'issued', token } },
  });
  expect(listLoggedIn(situation)).toEqual([
    { profile: c, access_token: 'of c', api_origin: OTHER },
    { profile: a, access_token: ACCESS_TOKEN, api_origin: API_ORIGIN },
  ]);
});

describe('the origins of profiles', () => {
  const chosen = { ...PROFILE, reach: { ...OWN_REACH, pages: [PAGE], apis: ['https://media.example'] } };

  it('are logins and what was chosen, each once', () => {
    expect(listOrigins([chosen, { ...chosen, id: 'copy' }])).toEqual({
      pages: [API_ORIGIN, PAGE],
      apis: [API_ORIGIN, 'https://media.example'],
    });
    expect(listOrigins([])).toEqual({ pages: [], apis: [] });
  });

  it('are also those of a login before, whose token may still be held', () => {
    const moved = withForm(chosen, { ...PROFILE.form, base_url: OTHER });
    expect(listOrigins([moved])).toEqual({ pages: [OTHER, API_ORIGIN], apis: [OTHER, API_ORIGIN] });
  });

  it('are none of a profile whose address is not usable yet', () => {
    expect(listOrigins([buildProfile('p', { form: { ...PROFILE.form, base_url: '' } })])).toEqual({
      pages: [],
      apis: [],
    });
  });
});
