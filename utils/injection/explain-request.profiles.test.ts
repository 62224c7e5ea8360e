import { describe, expect, it } from 'vitest';
import { ALL_ON, API_ORIGIN, buildRoutes } from '../testing/examples';
import { explainRequest, type Explanation, type HeaderSituation, type SentRequest } from './explain-request';
import { NO_PAGE } from './injection';

const [APP, ADMIN, MEDIA] = ['https://app.example', 'https://admin.example', 'https://media.example'];
const [user, admin, production] = [
  {
    profileId: 'user',
    access_token: 'of-user',
    isReadOnly: false,
    everything: false,
    routes: buildRoutes([APP, NO_PAGE]),
  },
  { profileId: 'admin', access_token: 'of-admin', isReadOnly: false, everything: false, routes: buildRoutes([ADMIN]) },
  {
    profileId: 'production',
    access_token: 'of-production',
    isReadOnly: true,
    everything: false,
    routes: buildRoutes([APP], [MEDIA]),
  },
];
const situation: HeaderSituation = {
  profiles: [user, admin, production],
  switches: ALL_ON,
  earlierTokens: new Map([['earlier', 'admin']]),
  engine: 'rules',
};
const request: SentRequest = {
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  page: APP,
  tabId: 7,
  kind: 'call',
  authorization: undefined,
};
const explain = (part: Partial<SentRequest>, other: Partial<HeaderSituation> = {}): Explanation =>
  explainRequest({ ...request, ...part }, { ...situation, ...other }, 0);
const paused = { switches: { ...ALL_ON, paused: true } };

describe('while several profiles are logged in, a request is told', () => {
  it.each<[string, Explanation, Partial<SentRequest>]>([
    [
      'to have sent the token of its profile',
      { verdict: 'sent', profileId: 'user' },
      { authorization: 'Bearer of-user' },
    ],
    ['to have sent that of another', { verdict: 'sent', profileId: 'admin' }, { authorization: 'Bearer of-admin' }],
    ['to have sent one of earlier', { verdict: 'sent', profileId: 'admin' }, { authorization: 'Bearer earlier' }],
    ['to have had a header of its own', { verdict: 'own-header' }, { authorization: 'Bearer x' }],
    ['to come from a page without a profile there', { verdict: 'other-page' }, { page: ADMIN, url: `${MEDIA}/x` }],
    ['to go where no profile goes', { verdict: 'other-api' }, { url: 'https://stranger.example/' }],
    ['to be no reading', { verdict: 'read-only', profileId: 'production' }, { url: `${MEDIA}/x`, method: 'PUT' }],
    [
      'to be a WebSocket, which can write',
      { verdict: 'read-only', profileId: 'production' },
      { url: 'wss://media.example/' },
    ],
    ['to be unmarked where it reads', { verdict: 'not-marked', profileId: 'production' }, { url: `${MEDIA}/x` }],
  ])('%s', (_case, explanation, part) => {
    expect(explain(part)).toEqual(explanation);
  });

  it('whose token the page would have sent', () => {
    const pages = [APP, ADMIN].map((page) => explain({ page }, paused));
    expect(pages).toEqual([
      { verdict: 'paused', profileId: 'user' },
      { verdict: 'paused', profileId: 'admin' },
    ]);
  });

  it('whose it is as a typed address, switched off with the site of its API', () => {
    const off = { switches: { ...ALL_ON, offSites: [API_ORIGIN] } };
    const typed = { kind: 'link', page: undefined } as const;
    expect(explain(typed, off)).toEqual({ verdict: 'off-site', profileId: 'user' });
    expect(explain({ ...typed, url: `${MEDIA}/x` }, off)).toEqual({ verdict: 'not-opted-in' });
  });
});

it('of profiles that hold the same token the one is told that is in force there, else the first', () => {
  const profiles = [user, { ...admin, access_token: user.access_token }];
  const explainFor = (page: string): Explanation => explain({ page, authorization: 'Bearer of-user' }, { profiles });
  expect([APP, ADMIN, 'https://stranger.example'].map((page) => explainFor(page).profileId)).toEqual([
    'user',
    'admin',
    'user',
  ]);
});
