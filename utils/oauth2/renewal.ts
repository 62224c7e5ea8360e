import { readTokenForm, type TokenRequest } from './token-form';
import { isRefusal, type RenewalTrouble, type TokenFailure } from './token-failure';
import type { IssuedToken } from './token-response';

const MAX_MARGIN_MS = 60_000;
/** However short a token lives, it is not renewed more often than this ahead of its end. */
const MIN_INTERVAL_MS = 4_000;
/** Past the end, so that a server whose clock is a little behind does not give the old token once more. */
const AFTER_EXPIRY_MS = 500;
const MARGIN_SHARE = 0.1;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 5 * 60_000;

/** When a token is to be renewed: a margin before its end, so that no request has to wait. Undefined for never. */
export function getRenewalTimeMs(token: IssuedToken): number | undefined {
  const { issuedAtMs, expiresAtMs, isLastUntilExpiry, renewal } = token;
  if (renewal) return renewal.retryAtMs;
  // A token that is over when it is issued would be renewed without end.
  if (expiresAtMs === undefined || expiresAtMs <= issuedAtMs) return undefined;
  if (isLastUntilExpiry) return expiresAtMs + AFTER_EXPIRY_MS;
  const marginMs = Math.min(MAX_MARGIN_MS, (expiresAtMs - issuedAtMs) * MARGIN_SHARE);
  return Math.max(expiresAtMs - marginMs, issuedAtMs + MIN_INTERVAL_MS);
}

/** True when it is time; also when the clock was set back past the token's issue, as nothing can be known then. */
export function isRenewalDue(token: IssuedToken, nowMs: number): boolean {
  const renewAtMs = getRenewalTimeMs(token);
  if (renewAtMs === undefined) return false;
  return nowMs >= renewAtMs || (!token.renewal && nowMs < token.issuedAtMs - MAX_MARGIN_MS);
}

/** True when nothing but the user can bring a new token: the old one is over, or nearly, and no request is left to try. */
export function isLoginNeeded(token: IssuedToken): boolean {
  return token.renewal !== undefined && token.renewal.retryAtMs === undefined;
}

/**
 * The requests that may bring a new token, in the order to try them: the refresh grant (RFC 6749 §6), then the
 * original grant with what was typed.
 */
export function buildRenewalRequests({ api_origin, client_id, refresh_token, login }: IssuedToken): TokenRequest[] {
  const reading = login && readTokenForm(login);
  const original = reading?.ok ? reading.request : undefined;
  const client_secret = original?.parameters.client_secret;
  const refresh: TokenRequest | undefined =
    refresh_token === undefined
      ? undefined
      : {
          api_origin,
          parameters: {
            grant_type: 'refresh_token',
            client_id,
            ...(client_secret && { client_secret }),
            refresh_token,
          },
        };
  // A refresh token that was typed is used up, or is the one above.
  const again = login?.grant === 'refresh_token' ? undefined : original;
  return [refresh, again].filter((request) => request !== undefined);
}

/** What is known after a failed attempt: when to try again, or that only a login helps. */
export function buildTrouble(
  failure: RenewalTrouble['failure'],
  token: IssuedToken,
  nowMs: number,
  random: number,
): RenewalTrouble {
  const attempts = (token.renewal?.attempts ?? 0) + 1;
  if (failure.code !== 'not-renewable' && !isRefusal(failure)) {
    return { failure, attempts, retryAtMs: nowMs + getRetryDelayMs(attempts, failure, random) };
  }
  // Tried before its time, as after a 401. The token is good until its end, and then the server may think otherwise.
  const plannedMs = getRenewalTimeMs(token);
  return { failure, attempts, ...(plannedMs !== undefined && plannedMs > nowMs && { retryAtMs: plannedMs }) };
}

/**
 * How long to wait after the `attempts`-th failure in a row: 1 s … 5 min, doubling, with jitter so that many browsers
 * do not come back at once; never sooner than the server asked (`Retry-After`).
 * @param random in [0, 1)
 */
function getRetryDelayMs(attempts: number, failure: TokenFailure, random: number): number {
  const backoffMs = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), MAX_DELAY_MS);
  const askedMs = 'retryAfterSeconds' in failure ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.max(askedMs, backoffMs * (0.5 + random / 2));
}

/** The new token as successor of the old: what the answer of a refresh does not repeat is kept (RFC 6749 §6). */
export function buildSuccessor(renewed: IssuedToken, old: IssuedToken): IssuedToken {
  const { refresh_token, scope, username, grant_type, login } = old;
  return {
    // Only a refresh keeps the old refresh token: the original grant is asked when that one is refused.
    ...(renewed.grant_type === 'refresh_token' && refresh_token !== undefined && { refresh_token }),
    ...(scope !== undefined && { scope }),
    ...(username !== undefined && { username }),
    ...(login && { login }),
    ...renewed,
    ...(renewed.access_token === old.access_token && { isLastUntilExpiry: true as const }),
    // The user knows how they logged in, not how it was renewed.
    grant_type,
  };
}
