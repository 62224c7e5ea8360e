import { describe, expect, it } from 'vitest';
import { getFailureReason, type FailureReason, type RefusalReason } from '@/utils/oauth2/failure-reason';
import type { Refusal, TokenFailure } from '@/utils/oauth2/token-failure';
import { t, type TextKey } from '@/utils/platform/texts';
import { FAILURES, getClockText, getFailureText } from './failure-text';
import { getRefusedFields } from './refused-fields';

const refuse = (error: string, grant_type = 'client_credentials'): Refusal => ({
  code: 'refused',
  status: 400,
  grant_type,
  error,
});

/** A failure for every entry of the table; the compiler misses one that is left out. */
const EXAMPLES: Record<Exclude<FailureReason, RefusalReason>, TokenFailure> & Record<RefusalReason, Refusal> = {
  offline: { code: 'offline' },
  dns: { code: 'dns' },
  connection: { code: 'connection' },
  'connection-refused': { code: 'connection-refused' },
  proxy: { code: 'proxy' },
  blocked: { code: 'blocked' },
  certificate: { code: 'certificate' },
  'certificate-date': { code: 'certificate-date' },
  tls: { code: 'tls' },
  timeout: { code: 'timeout' },
  redirected: { code: 'redirected' },
  'too-large': { code: 'too-large' },
  'no-host-permission': { code: 'no-host-permission' },
  'not-allowed': { code: 'not-allowed' },
  'not-confidential': { code: 'not-confidential' },
  interrupted: { code: 'interrupted' },
  unknown: { code: 'unknown' },
  'web-page': { code: 'web-page', status: 200 },
  'not-json': { code: 'not-json', status: 200 },
  empty: { code: 'empty', status: 200 },
  'no-access-token': { code: 'no-access-token', status: 200 },
  'expired-on-arrival': { code: 'expired-on-arrival' },
  'unsupported-token-type': { code: 'unsupported-token-type', token_type: 'mac' },
  'not-found': { code: 'not-found', status: 404 },
  'method-not-allowed': { code: 'method-not-allowed', status: 405 },
  'unexpected-status': { code: 'unexpected-status', status: 409 },
  'rate-limited': { code: 'rate-limited', status: 429 },
  'server-error': { code: 'server-error', status: 500 },
  unavailable: { code: 'unavailable', status: 503 },
  'invalid-request': refuse('invalid_request'),
  'client-secret-missing': refuse('invalid_client'),
  'client-wrong': { ...refuse('invalid_client'), sentClientSecret: true },
  'password-wrong': refuse('invalid_grant', 'password'),
  'refresh-token-over': refuse('invalid_grant', 'refresh_token'),
  'facebook-token-over': refuse('invalid_grant', 'facebook'),
  'google-token-over': refuse('invalid_grant', 'google'),
  'credentials-wrong': refuse('invalid_grant', 'game-center'),
  'grant-not-allowed': refuse('unauthorized_client'),
  'grant-unknown': refuse('unsupported_grant_type'),
  'scope-refused': refuse('invalid_scope'),
  'invalid-token': refuse('invalid_token'),
  'access-denied': refuse('access_denied'),
  unauthorized: refuse('unauthorized'),
  other: refuse('some_new_error'),
};

const entries = Object.entries(EXAMPLES);

/** `no-host-permission` is `failure.noHostPermission…`. */
const buildKeys = (reason: string): TextKey[] => {
  const name = reason.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  return [`failure.${name}Cause`, `failure.${name}Next`] as TextKey[];
};

describe('a failure', () => {
  it.each(entries)('called %s is said in two sentences of its own', (reason, failure) => {
    expect(getFailureReason(failure)).toBe(reason);
    const { cause, next } = getFailureText(failure);
    expect([cause, next]).toEqual(buildKeys(reason).map((key) => t(key)));
    expect(cause).toMatch(/^\p{Lu}[^.]*\.$/u);
    expect(next).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('has a cause that no other has', () => {
    const causes = entries.map(([, failure]) => getFailureText(failure).cause);
    expect([...new Set(causes)]).toEqual(causes);
  });

  it('offers a click where there is one, and names the fields in question', () => {
    expect(FAILURES['no-host-permission'].remedy).toBe('allow-access');
    expect(FAILURES.certificate.remedy).toBe('open-base-url');
    expect(FAILURES.timeout.remedy).toBe('try-again');
    expect(getRefusedFields(EXAMPLES['password-wrong'])).toEqual(['username', 'password']);
    expect(getRefusedFields(EXAMPLES['client-secret-missing'])).toEqual(['client_secret']);
    expect(getRefusedFields(EXAMPLES.timeout)).toBeUndefined();
  });
});

it.each([
  [30, '30 seconds'],
  [90, '90 seconds'],
  [180, '3 minutes'],
  [86_400, '24 hours'],
])('a server that wants to be left alone for %i s is heard', (retryAfterSeconds, words) => {
  const failure = { code: 'unavailable', status: 503, retryAfterSeconds } as const;
  expect(getFailureText(failure).next).toBe(`Try again in ${words}.`);
});

it('a clock that differs is told, whichever way', () => {
  const text = 'This computer’s clock and the server’s differ by 24 hours, which may be the cause.';
  expect(getClockText({ ...refuse('invalid_grant'), clockAheadMs: -86_400_000 })).toBe(text);
  expect(getClockText({ code: 'expired-on-arrival', clockAheadMs: 86_400_000 })).toBe(text);
  expect(getClockText(refuse('invalid_grant'))).toBeUndefined();
});

it.each(['toString', 'constructor', '__proto__'])('a refusal called %s is as good as any unknown one', (name) => {
  expect(getFailureReason(refuse(name))).toBe('other');
  expect(getFailureReason(refuse('invalid_grant', name))).toBe('credentials-wrong');
});
