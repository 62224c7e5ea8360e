import type { HeaderProfile } from '@/utils/injection/explain-request';
import { getHeldToken, NO_TOKEN } from '@/utils/oauth2/token-state';
import { getReachOf } from './profile';
import { settleRoutes } from './routes';
import { listLoggedIn, mayWrite, type Situation } from './situation';

/** The profiles that are logged in, as far as they decide about the header, whatever is switched off. */
export function buildHeaderProfiles(situation: Situation, nowMs: number): HeaderProfile[] {
  const loggedIn = listLoggedIn(situation);
  const { routes } = settleRoutes(loggedIn, situation.choices);
  return loggedIn.map(({ profile, access_token, api_origin }) => {
    const { id: profileId, isProduction } = profile;
    return {
      profileId,
      access_token,
      expiresAtMs: getHeldToken(situation.states[profileId] ?? NO_TOKEN)?.expiresAtMs,
      routes: routes.get(profileId) ?? [],
      isReadOnly: isProduction && !mayWrite(situation, profileId, nowMs),
      everything: getReachOf(profile, api_origin).everything,
    };
  });
}
