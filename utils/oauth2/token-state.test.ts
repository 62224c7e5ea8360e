import { describe, expect, it } from 'vitest';
import { ISSUED_TOKEN } from '../testing/examples';
import type { TokenFailure } from './token-failure';
import { buildFailedState, getHeldToken, NO_TOKEN, type TokenState } from './token-state';

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
