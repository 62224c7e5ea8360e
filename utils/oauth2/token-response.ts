import * as v from 'valibot';
import { tidyServerText } from './redact';
import type { RenewalTrouble, ServerWords, TokenFailure } from './token-failure';
import { getRequestSecrets, type TokenForm, type TokenRequest } from './token-form';

/** An access token as it was issued, with what is needed to use, show and revoke it. */
export interface IssuedToken {
  access_token: string;
  token_type: 'bearer';
  /** Space-separated (RFC 6749 §3.3); absent when the server did not say. */
  scope?: string;
  refresh_token?: string;
  api_origin: string;
  grant_type: string;
  client_id: string;
  username?: string;
  /** Milliseconds since the epoch, by this machine's clock at the time of receipt. */
  issuedAtMs: number;
  /** Absent when the server gave no (readable) `expires_in`: unknown, not "never". */
  expiresAtMs?: number;
  /** The form it was asked for with, secrets and all (memory only), so that it can be asked for again. */
  login?: TokenForm;
  /** How far this machine's clock is ahead of the server's (negative: behind); absent when they agree. */
  clockAheadMs?: number;
  /** KnetikCloud gives the same token again while it lives; then a new one can be had only after its end. */
  isLastUntilExpiry?: true;
  /** Absent as long as nothing went wrong in renewing it. */
  renewal?: RenewalTrouble;
}

/** An HTTP answer of the token endpoint, read to its end. */
export interface TokenAnswer {
  status: number;
  body: string;
  /** The `Retry-After` header as sent. */
  retryAfter?: string;
  /** The `Date` header as sent: the server's clock. */
  date?: string;
  receivedAtMs: number;
}

export type TokenAnswerReading = { ok: true; token: IssuedToken } | { ok: false; failure: TokenFailure };

// RFC 6749 appendix A.12 allows spaces too, but RFC 6750 §2.1 could not carry them in a header.
const HeaderSafeToken = v.pipe(v.string(), v.regex(/^[\x21-\x7E]+$/));
// Neither an empty string nor a value of another type is worth refusing a good access token for.
const OptionalText = v.pipe(
  v.unknown(),
  v.transform((text) => (typeof text === 'string' && text !== '' ? text : undefined)),
);

/** KnetikCloud's answer; it documents every member as an optional string, and sends `expires_in` as a number. */
const OAuth2Resource = v.object({
  access_token: HeaderSafeToken,
  token_type: v.optional(OptionalText),
  expires_in: v.optional(v.unknown()),
  scope: v.optional(OptionalText),
  refresh_token: v.optional(OptionalText),
});

const TOLERATED_CLOCK_DIFFERENCE_MS = 2 * 60_000;

/** Words that decide what comes next, and tell nothing of a secret that is spelt like a part of one. */
const AGREED_ERRORS = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_token',
  'access_denied',
  'unauthorized',
  'server_error',
  'temporarily_unavailable',
]);

const ErrorBody = v.object({ error: v.string(), error_description: v.nullish(v.string()) });

/** Reads an answer of the token endpoint (RFC 6749 §5.1, §5.2). Never throws. */
export function readTokenAnswer(answer: TokenAnswer, request: TokenRequest): TokenAnswerReading {
  const json = readJson(answer.body);
  if (answer.status < 200 || answer.status > 299) return { ok: false, failure: readFailure(answer, json, request) };
  const resource = v.safeParse(OAuth2Resource, json);
  // Some servers answer 200 with an error body.
  if (!resource.success) return { ok: false, failure: readFailure(answer, json, request) };

  const { access_token, token_type, expires_in, scope, refresh_token } = resource.output;
  const secrets = [
    access_token,
    ...(refresh_token === undefined ? [] : [refresh_token]),
    ...getRequestSecrets(request),
  ];
  // RFC 6749 §7.1: a token of a type that one does not understand must not be used. The type is case-insensitive.
  if (token_type !== undefined && token_type.toLowerCase() !== 'bearer') {
    const shown = tidyServerText(token_type, secrets);
    return { ok: false, failure: { code: 'unsupported-token-type', token_type: shown } };
  }
  const lifetimeSeconds = readExpiresIn(expires_in);
  // KnetikCloud gives the same token again as long as it lives, and may take too long over the last moment of it.
  if (lifetimeSeconds === 0)
    return { ok: false, failure: { code: 'expired-on-arrival', ...getClockDifference(answer) } };
  const { client_id, grant_type, username } = request.parameters;
  return {
    ok: true,
    token: {
      access_token,
      token_type: 'bearer',
      ...(scope !== undefined && { scope: tidyServerText(scope, secrets) }),
      ...(refresh_token !== undefined && { refresh_token }),
      api_origin: request.api_origin,
      grant_type,
      client_id,
      ...(username !== undefined && { username }),
      issuedAtMs: answer.receivedAtMs,
      ...getClockDifference(answer),
      ...(lifetimeSeconds !== undefined && { expiresAtMs: answer.receivedAtMs + lifetimeSeconds * 1000 }),
    },
  };
}

/** Expiry is counted by this machine's clock from receipt, so a wrong clock does no harm; but its owner should know. */
function getClockDifference({ date, receivedAtMs }: TokenAnswer): { clockAheadMs?: number } {
  const clockAheadMs = receivedAtMs - Date.parse(date ?? '');
  return Math.abs(clockAheadMs) > TOLERATED_CLOCK_DIFFERENCE_MS ? { clockAheadMs } : {};
}

/** Seconds until expiry: never negative, never so many that a date could not hold them; undefined when unreadable. */
function readExpiresIn(raw: unknown): number | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  // Number('') would be 0: an unreadable lifetime is unknown, not over.
  const seconds = typeof raw === 'string' && raw.trim() === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(seconds)) return undefined;
  const centuryOfSeconds = 100 * 365.25 * 24 * 60 * 60;
  return Math.min(Math.max(seconds, 0), centuryOfSeconds);
}

function readFailure(answer: TokenAnswer, json: unknown, request: TokenRequest): TokenFailure {
  const { status } = answer;
  const words = readServerWords(json, request);
  // An API that is not there tells so in words of its own, which may look like a refusal.
  if (status === 404 || status === 405) {
    return { code: status === 404 ? 'not-found' : 'method-not-allowed', status, ...words };
  }
  const isUnavailable = [502, 503, 504].includes(status) || words?.error === 'temporarily_unavailable';
  if (status === 429 || isUnavailable) {
    const retryAfterSeconds = readRetryAfter(answer);
    const code = status === 429 ? 'rate-limited' : 'unavailable';
    return { code, status, ...words, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
  if (status >= 500 || words?.error === 'server_error') return { code: 'server-error', status, ...words };
  if (words) {
    const { grant_type, client_secret } = request.parameters;
    return {
      code: 'refused',
      status,
      grant_type,
      ...words,
      ...(words.error === 'invalid_client' && client_secret !== undefined && { sentClientSecret: true as const }),
      ...getClockDifference(answer),
    };
  }
  if (json === undefined) return { code: getUnreadableCode(answer), status };
  return { code: status >= 200 && status <= 299 ? 'no-access-token' : 'unexpected-status', status };
}

function getUnreadableCode({ body }: TokenAnswer): 'empty' | 'web-page' | 'not-json' {
  const text = body.trimStart();
  if (text === '') return 'empty';
  return text.startsWith('<') ? 'web-page' : 'not-json';
}

function readServerWords(json: unknown, request: TokenRequest): (ServerWords & { error: string }) | undefined {
  const body = v.safeParse(ErrorBody, json);
  if (!body.success) return undefined;
  const secrets = getRequestSecrets(request);
  const { error, error_description } = body.output;
  return {
    error: AGREED_ERRORS.has(error) ? error : tidyServerText(error, secrets),
    ...(error_description && { error_description: tidyServerText(error_description, secrets) }),
  };
}

/** `Retry-After` in both its forms, seconds and date (RFC 9110 §10.2.3); at most a day. */
function readRetryAfter({ retryAfter = '', receivedAtMs }: TokenAnswer): number | undefined {
  const daySeconds = 24 * 60 * 60;
  if (/^\d+$/.test(retryAfter)) return Math.min(Number(retryAfter), daySeconds);
  // V8 takes nearly anything for a date, "-5" too; an HTTP date begins with the day of the week.
  const atMs = /^[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  if (Number.isNaN(atMs)) return undefined;
  return Math.min(Math.max(0, Math.ceil((atMs - receivedAtMs) / 1000)), daySeconds);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // JSON has no undefined, so this cannot be mistaken for an answer.
  }
}
