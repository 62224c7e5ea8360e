import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, buildRoutes, PROFILE_ID } from '../testing/examples';
import {
  explainRequest,
  type HeaderProfile,
  type HeaderSituation,
  type SentRequest,
  type Verdict,
  withoutValues,
} from './explain-request';

const [PAGE, MEDIA, STRANGER] = ['http://localhost:3000', 'https://media.example', 'https://stranger.example'];
const EXPIRES_AT_MS = 1_000_000;
const NOW_MS = EXPIRES_AT_MS - 1;
const request: SentRequest = {
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  page: API_ORIGIN,
  tabId: 7,
  kind: 'call',
  authorization: undefined,
};
const carrying = (token: string): Partial<SentRequest> => ({ authorization: `Bearer ${token}` });
const profile: HeaderProfile = {
  profileId: PROFILE_ID,
  access_token: ACCESS_TOKEN,
  expiresAtMs: EXPIRES_AT_MS,
  routes: buildRoutes([API_ORIGIN, PAGE], [API_ORIGIN, MEDIA]),
  isReadOnly: false,
  everything: false,
};
const situation: HeaderSituation = {
  profiles: [profile],
  switches: ALL_ON,
  earlierTokens: new Map([['earlier', PROFILE_ID]]),
  engine: 'rules',
};
const explain = (part: Partial<SentRequest>, other: Partial<HeaderSituation> = {}, nowMs = NOW_MS): Verdict =>
  explainRequest({ ...request, ...part }, { ...situation, ...other }, nowMs).verdict;

const loggedOut = { profiles: [] };
const LOGIN_URL = 'https://johndoe:A3ddj3w@devsandbox.knetikcloud.com/me';
const paused = { ...ALL_ON, paused: true };

describe('a request that carries an Authorization header', () => {
  it.each<[string, Verdict, Partial<SentRequest>, Partial<HeaderSituation>]>([
    ['of the token in force', 'sent', carrying(ACCESS_TOKEN), {}],
    [
      'of a token whose end nobody knows',
      'sent',
      carrying(ACCESS_TOKEN),
      { profiles: [{ ...profile, expiresAtMs: undefined }] },
    ],
    ['of the token before a renewal', 'sent', carrying('earlier'), {}],
    ['of the token before a logout', 'sent', carrying('earlier'), loggedOut],
    ['of another token', 'own-header', carrying('another'), {}],
    ['of another kind', 'own-header', { authorization: 'Basic czZCaGRSa3F0Mzo=' }, {}],
    ['that is empty', 'own-header', { authorization: '' }, {}],
    ['of its own while nobody is logged in', 'own-header', carrying('another'), loggedOut],
    ['whatever is switched off', 'sent', carrying(ACCESS_TOKEN), { switches: paused }],
  ])('%s is told as %s', (_case, verdict, part, other) => {
    expect(explain(part, other)).toBe(verdict);
  });

  it.each<[string, number, Verdict]>([
    ['up to its last millisecond', EXPIRES_AT_MS, 'sent'],
    ['from then on', EXPIRES_AT_MS + 1, 'sent-expired'],
  ])('is told to have sent a token %s', (_case, nowMs, verdict) => {
    expect(explain(carrying(ACCESS_TOKEN), {}, nowMs)).toBe(verdict);
  });

  it('is told to have sent a token that has run out also when that was in force earlier, too', () => {
    const earlierTokens = new Map([[ACCESS_TOKEN, PROFILE_ID]]);
    expect(explain(carrying(ACCESS_TOKEN), { earlierTokens }, EXPIRES_AT_MS + 1)).toBe('sent-expired');
  });
});

describe('a request without the header', () => {
  const ofOwnPages = { ...profile, routes: buildRoutes([API_ORIGIN]) };

  it.each<[Verdict, string, Partial<SentRequest>, Partial<HeaderSituation>]>([
    ['no-token', 'nobody is logged in', {}, loggedOut],
    ['paused', 'a WebSocket of the API is paused', { url: API_ORIGIN.replace('https', 'wss') }, { switches: paused }],
    ['other-api', 'it goes elsewhere', { url: `${STRANGER}/me` }, {}],
    ['other-api', 'it goes to another port', { url: `${API_ORIGIN}:8443/me` }, {}],
    ['other-api', 'its API is of no profile', { url: `${MEDIA}/me` }, { profiles: [ofOwnPages] }],
    ['other-page', 'another page asked', { page: STRANGER }, {}],
    ['other-page', 'nobody who is known asked', { page: undefined }, {}],
    ['other-page', 'its page is of no profile', { page: PAGE }, { profiles: [ofOwnPages] }],
    ['token-endpoint', 'it goes to the token endpoint', { url: `${API_ORIGIN}/oauth/token?x=1` }, {}],
    ['token-endpoint', 'it goes there in disguise', { url: `${API_ORIGIN}//oauth/%74oken` }, {}],
    ['paused', 'all is paused', {}, { switches: paused }],
    ['off-site', 'its site is switched off', {}, { switches: { ...ALL_ON, offSites: [API_ORIGIN] } }],
    ['off-tab', 'its tab is switched off', {}, { switches: { ...ALL_ON, offTabs: [7] } }],
    ['login-in-url', 'its URL has a login', { url: LOGIN_URL }, {}],
    ['login-in-url', 'its URL has a password alone', { url: LOGIN_URL.replace('johndoe', '') }, {}],
    ['not-opted-in', 'it is a link, and links are not wanted', { kind: 'link', page: undefined }, {}],
    ['not-opted-in', 'it is an image, and only calls are wanted', { kind: 'load' }, {}],
    ['not-marked', 'nothing else explains it', {}, {}],
    [
      'not-marked',
      'nothing else explains it, from a chosen page to a chosen API',
      { page: PAGE, url: `${MEDIA}/x` },
      {},
    ],
  ])('is told as %s when %s', (verdict, _case, part, other) => {
    expect(explain(part, other)).toBe(verdict);
  });

  it('is told the reason that has to be mended first', () => {
    const verdicts: Verdict[] = [];
    const url = (origin: string, path: string): string => `${origin.replace('://', '://johndoe:A3ddj3w@')}${path}`;
    const allOff = { paused: true, offSites: [API_ORIGIN, STRANGER], offTabs: [7] };
    let other: Partial<HeaderSituation> = { ...loggedOut, switches: allOff };
    let part: Partial<SentRequest> = { url: url(STRANGER, '/oauth/token'), page: STRANGER, method: 'PUT' };
    const mend = (mended: Partial<SentRequest>, switched: Partial<HeaderSituation> = {}): void => {
      verdicts.push(explain(part, other));
      [part, other] = [
        { ...part, ...mended },
        { ...other, ...switched },
      ];
    };
    mend({}, { profiles: [{ ...profile, isReadOnly: true }] });
    mend({ url: url(API_ORIGIN, '/oauth/token') });
    mend({ page: API_ORIGIN });
    mend({ url: url(API_ORIGIN, '/me') });
    mend({}, { switches: { ...allOff, paused: false } });
    mend({}, { switches: { ...ALL_ON, offTabs: [7] } });
    mend({}, { switches: ALL_ON });
    mend({ method: 'GET' });
    mend({ url: `${API_ORIGIN}/me` });
    mend({});
    const first: Verdict[] = ['no-token', 'other-api', 'other-page', 'token-endpoint'];
    expect(verdicts).toEqual([...first, 'paused', 'off-site', 'off-tab', 'read-only', 'login-in-url', 'not-marked']);
  });
});

describe('an address without values', () => {
  it.each([
    ['https://johndoe:A3ddj3w@api.example/users/me#secret', '/users/me'],
    ['https://api.example/?access_token=secret&page=2', '/?access_token=…&page=…'],
    ['https://api.example/items?tag=a&tag=b', '/items?tag=…'],
    ['https://api.example/items?', '/items'],
  ])('is of %s just %s', (url, shown) => {
    expect(withoutValues(new URL(url))).toBe(shown);
  });
});
