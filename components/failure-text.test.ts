import { describe, expect, it } from 'vitest';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import { getFailureText } from './failure-text';

/** One failure of every kind; the compiler misses a code that is left out. */
const FAILURES: Record<TokenFailure['code'], TokenFailure> = {
  refused: { code: 'refused', status: 400, grant_type: 'password', error: 'some_new_error' },
  'rate-limited': { code: 'rate-limited', status: 429 },
  'server-error': { code: 'server-error', status: 500 },
  'unexpected-status': { code: 'unexpected-status', status: 404 },
  'not-json': { code: 'not-json', status: 200 },
  empty: { code: 'empty', status: 200 },
  malformed: { code: 'malformed', status: 200 },
  'unsupported-token-type': { code: 'unsupported-token-type', token_type: 'mac' },
  offline: { code: 'offline' },
  dns: { code: 'dns' },
  connection: { code: 'connection' },
  tls: { code: 'tls' },
  timeout: { code: 'timeout' },
  redirected: { code: 'redirected' },
  'too-large': { code: 'too-large' },
  'no-host-permission': { code: 'no-host-permission' },
  'not-allowed': { code: 'not-allowed' },
  'not-confidential': { code: 'not-confidential' },
  interrupted: { code: 'interrupted' },
  unknown: { code: 'unknown' },
};

const refused = (error: string, grant_type = 'client_credentials'): TokenFailure => ({
  code: 'refused',
  status: 400,
  grant_type,
  error,
});
const REFUSALS = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_token',
  'access_denied',
  'unauthorized',
].map((error) => refused(error));

const all = [...Object.values(FAILURES), ...REFUSALS];

describe('what is said of a failure', () => {
  it.each(all)('is two sentences: $code $error', (failure) => {
    const { cause, next } = getFailureText(failure);
    for (const sentence of [cause, next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('is something else for every failure', () => {
    const causes = all.map((failure) => getFailureText(failure).cause);
    expect([...new Set(causes)]).toEqual(causes);
  });

  it('names the type of a token that cannot be used', () => {
    expect(getFailureText(FAILURES['unsupported-token-type']).cause).toContain('“mac”');
  });

  it('says how long to wait where the server does', () => {
    expect(getFailureText({ code: 'rate-limited', status: 429, retryAfterSeconds: 90 }).next).toContain('90 seconds');
  });
});

describe('invalid_grant means', () => {
  it.each([
    ['password', /user name or password/i],
    ['refresh_token', /refresh token/],
    ['facebook', /Facebook token/],
    ['google', /Google token/],
    ['twitter', /these credentials/],
  ])('for %s: %s', (grant_type, cause) => {
    expect(getFailureText(refused('invalid_grant', grant_type)).cause).toMatch(cause);
  });
});

it.each(['toString', 'constructor', '__proto__'])('a refusal called %s is as good as any unknown one', (name) => {
  const { cause } = getFailureText(FAILURES.refused);
  expect(getFailureText(refused(name)).cause).toBe(cause);
  expect(getFailureText(refused('invalid_grant', name)).cause).toBe(
    getFailureText(refused('invalid_grant', 'x')).cause,
  );
});
