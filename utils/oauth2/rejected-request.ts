import { getRenewalTimeMs } from './renewal';
import type { IssuedToken } from './token-response';

const REJECTION_INTERVAL_MS = 10_000;
/** How long a rejected request may wait until a renewal is tried again. */
const REJECTION_PATIENCE_MS = 30_000;
/** From a token's arrival until every request carries it, with room to spare. */
const IN_FORCE_WITHIN_MS = 1_000;

/**
 * What is known of a request that the API answered with 401: what it carried, or, of a page, when it was sent, in
 * milliseconds since the epoch.
 */
export type RejectedRequest = { access_token: string } | { sentAtMs: number };

/**
 * What is to be done about a 401. Pages can bring one about whenever they like, but not a token request less than 10 s
 * after the last one, nor before its time when that one failed.
 * @returns `superseded`: the request carried another token than the one that is held; `final`: no renewal may help, or
 *   not soon; else when to renew, in milliseconds since the epoch
 */
export function judgeRejection(
  token: IssuedToken,
  request: RejectedRequest,
  nowMs: number,
): 'superseded' | 'final' | { renewAtMs: number } {
  const { access_token, issuedAtMs, isLastUntilExpiry, renewal } = token;
  if ('access_token' in request) {
    if (request.access_token !== access_token) return 'superseded';
  } else if (request.sentAtMs < issuedAtMs + IN_FORCE_WITHIN_MS) {
    return isLastUntilExpiry ? 'final' : 'superseded';
  }
  const plannedMs = getRenewalTimeMs(token) ?? Number.POSITIVE_INFINITY;
  const renewAtMs = renewal ? plannedMs : Math.min(plannedMs, issuedAtMs + REJECTION_INTERVAL_MS);
  // A renewal that failed is tried again soon, and worth waiting for; else the page is to hear the truth at once.
  return renewAtMs > nowMs + (renewal ? REJECTION_PATIENCE_MS : 0) ? 'final' : { renewAtMs };
}
