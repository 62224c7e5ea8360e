import { EMPTY_TOKEN_FORM, type TokenForm, type TokenRequest } from '@/utils/oauth2/token-form';
import type { Switches } from '@/utils/injection/reach';
import type { InForce, Injection, Route } from '@/utils/injection/injection';
import type { IssuedToken, TokenAnswer } from '@/utils/oauth2/token-response';

/** The tokens of RFC 6749 §5.1's example. */
export const ACCESS_TOKEN = '2YotnFZFEjr1zCsicMWpAA';
export const REFRESH_TOKEN = 'tGzv3JOkF0XG5Qx2TlKWIA';
/** The client and the resource owner of RFC 6749 §4.3.2's example. */
export const CLIENT_ID = 's6BhdRkqt3';
export const CLIENT_SECRET = 'gX1fBat3bV';
export const USERNAME = 'johndoe';
export const PASSWORD = 'A3ddj3w';

export const API_ORIGIN = 'https://devsandbox.knetikcloud.com';
export const RECEIVED_AT_MS = Date.UTC(2026, 10, 1, 12);

/** Nothing is switched off. */
export const ALL_ON: Switches = { paused: false, offSites: [], offTabs: [] };

export const PROFILE_ID = 'profile-1';

/** From each of these pages to each of these APIs. */
export const buildRoutes = (pages: readonly string[], apis: readonly string[] = [API_ORIGIN]): Route[] =>
  pages.flatMap((page) => apis.map((api) => ({ page, api })));

/** From the API's own pages to the API, with no opt-in. */
export const INJECTION: Injection = {
  profileId: PROFILE_ID,
  access_token: ACCESS_TOKEN,
  routes: buildRoutes([API_ORIGIN]),
  everything: false,
  isReadOnly: false,
};

export const IN_FORCE: InForce = { injections: [INJECTION], offTabs: [] };

/** A form that can be sent, with RFC 6749 §4.3.2's login. */
export const PASSWORD_FORM: TokenForm = {
  ...EMPTY_TOKEN_FORM,
  grant: 'password',
  client_id: CLIENT_ID,
  client_secret: CLIENT_SECRET,
  username: USERNAME,
  password: PASSWORD,
};

/** The request that `PASSWORD_FORM` makes. */
export const PASSWORD_REQUEST: TokenRequest = {
  api_origin: API_ORIGIN,
  parameters: {
    grant_type: 'password',
    username: USERNAME,
    password: PASSWORD,
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
  },
};

/** What becomes of RFC 6749 §5.1's answer to `PASSWORD_REQUEST`. */
export const ISSUED_TOKEN: IssuedToken = {
  access_token: ACCESS_TOKEN,
  token_type: 'bearer',
  scope: 'write read',
  refresh_token: REFRESH_TOKEN,
  api_origin: API_ORIGIN,
  grant_type: 'password',
  client_id: CLIENT_ID,
  username: USERNAME,
  issuedAtMs: RECEIVED_AT_MS,
  expiresAtMs: RECEIVED_AT_MS + 3600 * 1000,
};

/** An answer with this body; an object is sent as JSON. */
export function buildAnswer(status: number, body: unknown, retryAfter?: string): TokenAnswer {
  return {
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    receivedAtMs: RECEIVED_AT_MS,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** RFC 6749 §5.1's answer, as KnetikCloud words it. */
export const TOKEN_BODY = {
  access_token: ACCESS_TOKEN,
  token_type: 'bearer',
  expires_in: 3600,
  scope: 'write read',
  refresh_token: REFRESH_TOKEN,
};
