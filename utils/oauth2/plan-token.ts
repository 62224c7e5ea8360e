import { buildRenewalRequests } from './renewal';
import { readTokenForm, type TokenForm } from './token-form';
import { getHeldToken, type TokenState } from './token-state';

/** How a new token can be had. `ask-user`: only by what is not typed in yet. */
export type TokenPlan = { kind: 'renew' } | { kind: 'request'; form: TokenForm } | { kind: 'ask-user' };

/**
 * Plans how to get a new token without the user: by the login that is held, or else by what is filled in.
 * @param state of the profile's token
 * @param form what is filled in for the profile
 */
export function planToken(state: TokenState, form: TokenForm, isLocked: boolean): TokenPlan {
  const token = getHeldToken(state);
  if (token) return buildRenewalRequests(token).length > 0 ? { kind: 'renew' } : { kind: 'ask-user' };
  // The secrets are in the vault: what is filled in lacks them, even where nothing says so.
  if (isLocked) return { kind: 'ask-user' };
  return readTokenForm(form).ok ? { kind: 'request', form } : { kind: 'ask-user' };
}
