import { describe, expect, it } from 'vitest';
import { ISSUED_TOKEN } from '../testing/examples';
import type { TokenFailure } from './token-failure';
import {
  buildFailedState,
  getHeldToken,
  getHostToLogInAt,
  NO_TOKEN,
  replaceToken,
  type TokenState,
} from './token-state';

const refusal: TokenFailure = { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' };

describe('a failed request', () => {
  it.each<[TokenFailure, TokenState['kind']]>([
    [refusal, 'refused'],
    [{ code: 'unsupported-token-type', token_type: 'mac' }, 'refused'],
    [{ code: 'rate-limited', status: 429 }, 'unreachable'],
    [{ code: 'server-error', status: 500 }, 'unreachable'],
    [{ code: 'not-json', status: 200 }, 'unreachable'],
    [{ code: 'dns' }, 'unreachable'],
    [{ code: 'interrupted' }, 'unreachable'],
  ])('with %o leaves a state that is %s', (failure, kind) => {
    expect(buildFailedState(failure, NO_TOKEN)).toEqual({ kind, failure });
  });

  it.each<TokenState>([
    { kind: 'issued', token: ISSUED_TOKEN },
    { kind: 'refused', failure: refusal, token: ISSUED_TOKEN },
    { kind: 'unreachable', failure: { code: 'dns' }, token: ISSUED_TOKEN },
  ])('keeps the token that was held, after $kind', (before) => {
    expect(getHeldToken(buildFailedState(refusal, before))).toEqual(ISSUED_TOKEN);
  });

  it('holds no token when there was none', () => {
    expect(getHeldToken(buildFailedState(refusal, { kind: 'absent', revocation: 'revoked' }))).toBeUndefined();
  });
});

describe('another token', () => {
  const other = { ...ISSUED_TOKEN, access_token: 'other' };

  it('takes the place of the one that is held, and changes nothing else', () => {
    const before: TokenState = { kind: 'refused', failure: refusal, token: ISSUED_TOKEN };
    expect(replaceToken(before, other)).toEqual({ ...before, token: other });
  });

  it('is the issued one where none was held', () => {
    expect(replaceToken(NO_TOKEN, other)).toEqual({ kind: 'issued', token: other });
  });
});

it.each<[string, TokenState, string | undefined]>([
  ['where there is no token', NO_TOKEN, undefined],
  ['for a token that is well', { kind: 'issued', token: ISSUED_TOKEN }, undefined],
  [
    'for a token that cannot be renewed',
    { kind: 'issued', token: { ...ISSUED_TOKEN, renewal: { failure: refusal, attempts: 1 } } },
    'devsandbox.knetikcloud.com',
  ],
])('the host to log in at is named only for a token that cannot be renewed: %s', (_case, state, host) => {
  expect(getHostToLogInAt(state)).toBe(host);
});
