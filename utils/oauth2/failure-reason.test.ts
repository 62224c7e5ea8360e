import { describe, expect, it } from 'vitest';
import { type FailureReason, getFailureReason } from './failure-reason';
import type { Refusal } from './token-failure';

const refusal: Refusal = { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' };

describe('a refusal means', () => {
  it.each<[string, FailureReason]>([
    ['invalid_request', 'invalid-request'],
    ['unauthorized_client', 'grant-not-allowed'],
    ['unsupported_grant_type', 'grant-unknown'],
    ['invalid_scope', 'scope-refused'],
    ['invalid_token', 'invalid-token'],
    ['access_denied', 'access-denied'],
    ['unauthorized', 'unauthorized'],
    ['invalid_client', 'client-secret-missing'],
    ['Invalid_Grant', 'other'],
    ['', 'other'],
  ])('%j: %s', (error, reason) => {
    expect(getFailureReason({ ...refusal, error })).toBe(reason);
  });

  it.each<[string, FailureReason]>([
    ['password', 'password-wrong'],
    ['refresh_token', 'refresh-token-over'],
    ['facebook', 'facebook-token-over'],
    ['google', 'google-token-over'],
    ['twitter', 'credentials-wrong'],
  ])('for the grant %s: %s', (grant_type, reason) => {
    expect(getFailureReason({ ...refusal, grant_type })).toBe(reason);
  });

  it('a wrong client where its secret was sent', () => {
    expect(getFailureReason({ ...refusal, error: 'invalid_client', sentClientSecret: true })).toBe('client-wrong');
  });
});

it('any other failure means what it is, whatever words the server has for it', () => {
  expect(getFailureReason({ code: 'server-error', status: 500, error: 'invalid_grant' })).toBe('server-error');
});
