/** Why a token request brought no token, as data: it is stored, and crosses from the background to the popup. */
export type TokenFailure =
  | {
      code: 'refused';
      status: number;
      /** What was asked for: `invalid_grant` means something else for each grant. */
      grant_type: string;
      /** RFC 6749 §5.2 `error`, or a server's own. */
      error: string;
      /** The server's own words, redacted. */
      error_description?: string;
    }
  | { code: 'rate-limited'; status: number; retryAfterSeconds?: number }
  | { code: 'server-error' | 'unexpected-status' | 'not-json' | 'empty' | 'malformed'; status: number }
  | { code: 'unsupported-token-type'; token_type: string }
  | { code: TransportFailureCode };

/** What went wrong before there was an answer to read. */
export type TransportFailureCode =
  | 'offline'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'redirected'
  | 'too-large'
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
