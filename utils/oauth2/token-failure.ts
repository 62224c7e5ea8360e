/** What the server says itself, redacted and bounded; absent where it said nothing that can be read. */
export interface ServerWords {
  /** RFC 6749 §5.2 `error`, or a server's own. */
  error?: string;
  error_description?: string;
}

/** Why a token request brought no token, as data: it is stored, and crosses from the background to the popup. */
export type TokenFailure =
  | Refusal
  | ({ code: 'rate-limited' | 'unavailable'; status: number; retryAfterSeconds?: number } & ServerWords)
  | ({ code: AnswerFailureCode; status: number } & ServerWords)
  | { code: 'unsupported-token-type'; token_type: string }
  | { code: 'expired-on-arrival'; clockAheadMs?: number }
  | { code: TransportFailureCode };

/** The authorization server said no. */
export interface Refusal extends ServerWords {
  code: 'refused';
  status: number;
  /** What was asked for: `invalid_grant` means something else for each grant. */
  grant_type: string;
  error: string;
  /** `invalid_client` means something else without one. */
  sentClientSecret?: true;
  /** How far this machine's clock is ahead of the server's; absent when they agree. */
  clockAheadMs?: number;
}

/** What is wrong with an answer. */
type AnswerFailureCode =
  | 'server-error'
  | 'not-found'
  | 'method-not-allowed'
  | 'unexpected-status'
  | 'web-page'
  | 'not-json'
  | 'empty'
  | 'no-access-token';

/** What went wrong before there was an answer to read. */
export type TransportFailureCode =
  | 'offline'
  | 'dns'
  | 'connection'
  | 'connection-refused'
  | 'proxy'
  /** By another extension, or by a policy of the browser's own. */
  | 'blocked'
  | 'certificate'
  /** Expired or not valid yet, if this machine's clock is right. */
  | 'certificate-date'
  | 'tls'
  | 'timeout'
  | 'redirected'
  | 'too-large'
  /** Where a page would meet CORS: an extension is not bound by it on hosts that it has the permission for. */
  | 'no-host-permission'
  /** The administrator's policy does not name this host. */
  | 'not-allowed'
  | 'not-confidential'
  | 'interrupted'
  | 'unknown';

/** How renewing a token has gone, when it has not gone well. */
export interface RenewalTrouble {
  /** `not-renewable`: there is neither a refresh token nor a login that could be done again. */
  failure: TokenFailure | { code: 'not-renewable' };
  /** How many times in a row it was tried. */
  attempts: number;
  /** When it is tried again; absent when only the user can help, by logging in. */
  retryAtMs?: number;
}

/** True when the authorization server itself said no; in every other case asking again may help. */
export function isRefusal(failure: TokenFailure): boolean {
  return failure.code === 'refused' || failure.code === 'unsupported-token-type';
}
