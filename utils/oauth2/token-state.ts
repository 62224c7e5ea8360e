import { isLoginNeeded } from './renewal';
import { isRefusal, type TokenFailure } from './token-failure';
import type { IssuedToken } from './token-response';

/** What became of the token at the server when the user logged out. */
export type Revocation = 'revoked' | 'unsupported' | 'failed';

/**
 * What is known about the token. A failed request keeps the token that was held before, if there was one: a wrong
 * password typed now does not make an earlier login void.
 */
export type TokenState =
  | { kind: 'absent'; revocation?: Revocation }
  | { kind: 'issued'; token: IssuedToken }
  | { kind: 'refused'; failure: TokenFailure; token?: IssuedToken }
  | { kind: 'unreachable'; failure: TokenFailure; token?: IssuedToken };

export const NO_TOKEN: TokenState = { kind: 'absent' };

export function getHeldToken(state: TokenState): IssuedToken | undefined {
  return state.kind === 'absent' ? undefined : state.token;
}

/** Where only a login of the user can bring a new token; undefined when none is needed. */
export function getHostToLogInAt(state: TokenState): string | undefined {
  const token = getHeldToken(state);
  return token && isLoginNeeded(token) ? new URL(token.api_origin).host : undefined;
}

/** The state with another token in place of the one that is held. */
export function replaceToken(state: TokenState, token: IssuedToken): TokenState {
  return state.kind === 'absent' ? { kind: 'issued', token } : { ...state, token };
}

export function buildFailedState(failure: TokenFailure, before: TokenState): TokenState {
  const token = getHeldToken(before);
  return { kind: isRefusal(failure) ? 'refused' : 'unreachable', failure, ...(token && { token }) };
}
