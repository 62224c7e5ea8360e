import type { Refusal, TokenFailure } from './token-failure';

/** What a refusal means: RFC 6749 §5.2, the codes that KnetikCloud adds, and what was asked for. */
export type RefusalReason =
  | 'invalid-request'
  | 'client-secret-missing'
  | 'client-wrong'
  | 'password-wrong'
  | 'refresh-token-over'
  | 'facebook-token-over'
  | 'google-token-over'
  | 'credentials-wrong'
  | 'grant-not-allowed'
  | 'grant-unknown'
  | 'scope-refused'
  | 'invalid-token'
  | 'access-denied'
  | 'unauthorized'
  /** The server says something that nobody has agreed upon; only its own words tell. */
  | 'other';

/** Everything that can be said of a failure, each with a cause and a next step of its own. */
export type FailureReason = Exclude<TokenFailure['code'], 'refused'> | RefusalReason;

const REASONS = new Map<string, RefusalReason>([
  ['invalid_request', 'invalid-request'],
  ['unauthorized_client', 'grant-not-allowed'],
  ['unsupported_grant_type', 'grant-unknown'],
  ['invalid_scope', 'scope-refused'],
  ['invalid_token', 'invalid-token'],
  ['access_denied', 'access-denied'],
  ['unauthorized', 'unauthorized'],
]);

const INVALID_GRANT = new Map<string, RefusalReason>([
  ['password', 'password-wrong'],
  ['refresh_token', 'refresh-token-over'],
  ['facebook', 'facebook-token-over'],
  ['google', 'google-token-over'],
]);

export function getFailureReason(failure: TokenFailure): FailureReason {
  return failure.code === 'refused' ? getRefusalReason(failure) : failure.code;
}

function getRefusalReason({ error, grant_type, sentClientSecret }: Refusal): RefusalReason {
  if (error === 'invalid_client') return sentClientSecret ? 'client-wrong' : 'client-secret-missing';
  if (error === 'invalid_grant') return INVALID_GRANT.get(grant_type) ?? 'credentials-wrong';
  return REASONS.get(error) ?? 'other';
}
