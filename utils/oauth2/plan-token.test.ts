import { expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { planToken } from './plan-token';
import { EMPTY_TOKEN_FORM } from './token-form';
import { NO_TOKEN, type TokenState } from './token-state';

const { refresh_token: _dropped, ...WITHOUT_REFRESH } = ISSUED_TOKEN;
const held = (token: Extract<TokenState, { kind: 'issued' }>['token']): TokenState => ({ kind: 'issued', token });
const INCOMPLETE = { ...EMPTY_TOKEN_FORM, grant: 'password' } as const;

it('a token that can be renewed is renewed, by its refresh token or by the login that is held', () => {
  expect(planToken(held(ISSUED_TOKEN), INCOMPLETE, false)).toEqual({ kind: 'renew' });
  expect(planToken(held({ ...WITHOUT_REFRESH, login: PASSWORD_FORM }), INCOMPLETE, false)).toEqual({ kind: 'renew' });
});

it('a token that cannot be renewed is left to the user, whatever is filled in: it may be for another login', () => {
  expect(planToken(held(WITHOUT_REFRESH), PASSWORD_FORM, false)).toEqual({ kind: 'ask-user' });
});

it('without a token a complete form is sent', () => {
  expect(planToken(NO_TOKEN, PASSWORD_FORM, false)).toEqual({
    kind: 'request',
    form: PASSWORD_FORM,
  });
});

it.each([
  ['an incomplete form', INCOMPLETE, false],
  ['a form whose secrets are locked away', PASSWORD_FORM, true],
])('%s is left to the user', (_case, form, isLocked) => {
  expect(planToken(NO_TOKEN, form, isLocked)).toEqual({ kind: 'ask-user' });
});
