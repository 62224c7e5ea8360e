import { buildRenewalRequests, getRenewalTimeMs } from './renewal';
import type { IssuedToken } from './token-response';

const REJECTION_INTERVAL_MS = 10_000;
/** A renewal that failed is tried again soon; so long that is worth waiting for. */
const REJECTION_PATIENCE_MS = 30_000;
/** From a token's arrival until every request carries it, with room to spare. */
const IN_FORCE_WITHIN_MS = 1_000;
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * What is known of a request that the API answered with 401: what it carried, or, of a page, when it was sent, in
 * milliseconds since the epoch.
 */
export type RejectedRequest = { access_token: string } | { sentAtMs: number };

/**
 * `superseded`: the request carried another token than the one that is held; `final`: no renewal can help, or not soon;
 * else in how many milliseconds to renew, 0 for now.
 */
export type RejectionVerdict = 'superseded' | 'final' | { inMs: number };

/**
 * What is to be done about a 401. Pages can bring one about whenever they like, but not a token request less than 10 s
 * after the last one, nor before its time when that one failed.
 */
export function judgeRejection(token: IssuedToken, request: RejectedRequest, nowMs: number): RejectionVerdict {
  const { access_token, issuedAtMs, isLastUntilExpiry, renewal } = token;
  // Nothing can be known from times then.
  const isClockSetBack = nowMs < issuedAtMs - CLOCK_TOLERANCE_MS;
  if ('access_token' in request) {
    if (request.access_token !== access_token) return 'superseded';
  } else if (request.sentAtMs < issuedAtMs + IN_FORCE_WITHIN_MS && !isClockSetBack) {
    return isLastUntilExpiry ? 'final' : 'superseded';
  }
  if (buildRenewalRequests(token).length === 0) return 'final';
  const plannedMs = getRenewalTimeMs(token) ?? Number.POSITIVE_INFINITY;
  if (renewal) return plannedMs - nowMs > REJECTION_PATIENCE_MS ? 'final' : { inMs: Math.max(plannedMs - nowMs, 0) };
  const isTime = isClockSetBack || nowMs >= Math.min(plannedMs, issuedAtMs + REJECTION_INTERVAL_MS);
  // The page is to hear the truth at once.
  return isTime ? { inMs: 0 } : 'final';
}
