import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import { isManagedId } from '@/utils/profiles/managed-id';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';

/** What of the context menu makes sense. */
export interface MenuState {
  isPaused: boolean;
  /** True when pages may be added to those of the current profile. */
  mayUseSite: boolean;
  /** True when the current profile holds a token. */
  hasToken: boolean;
}

export function getMenuState(
  current: { profile: Profile; state: TokenState } | undefined,
  isPaused: boolean,
): MenuState {
  if (!current) return { isPaused, mayUseSite: false, hasToken: false };
  const { profile, state } = current;
  return {
    isPaused,
    // The team's cannot be changed, and without a login there is nothing to send the token to.
    mayUseSite: !isManagedId(profile.id) && getLoginOrigin(profile) !== undefined,
    hasToken: getHeldToken(state) !== undefined,
  };
}
