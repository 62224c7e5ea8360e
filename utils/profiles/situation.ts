import { type InForce, NOTHING_IN_FORCE } from '@/utils/injection/injection';
import type { Switches } from '@/utils/injection/reach';
import { getHeldToken, NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { getLoginOrigin, type Profile } from './profile';
import { buildInjections, type Choices, isOffSite, listRoutes, type LoggedInProfile } from './routes';

/** All that is stored, as far as it decides which request gets which token. */
export interface Situation {
  /** By the profile's id. */
  states: Readonly<Record<string, TokenState>>;
  /** Those that have a state, without the removed ones, in the user's order. */
  profiles: readonly Profile[];
  choices: Choices;
  switches: Switches;
  /** Until when a production profile may write, by its id; milliseconds since the epoch. */
  writingUntil: Readonly<Record<string, number>>;
}

export function listLoggedIn({ profiles, states }: Situation): LoggedInProfile[] {
  return profiles.flatMap((profile) => {
    const token = getHeldToken(states[profile.id] ?? NO_TOKEN);
    return token ? { profile, access_token: token.access_token, api_origin: token.api_origin } : [];
  });
}

export function mayWrite({ writingUntil }: Pick<Situation, 'writingUntil'>, profileId: string, nowMs: number): boolean {
  return nowMs < (writingUntil[profileId] ?? 0);
}

/** What is to be injected in this situation. */
export function getInForce(situation: Situation, nowMs: number): InForce {
  const { choices, switches } = situation;
  const loggedIn = listLoggedIn(situation);
  const injections = buildInjections(loggedIn, {
    choices,
    switches,
    mayWrite: (profileId) => mayWrite(situation, profileId, nowMs),
  });
  if (injections.length === 0) return NOTHING_IN_FORCE;
  const offRoutes = loggedIn.flatMap(listRoutes).filter((route) => isOffSite(switches, route));
  return {
    injections,
    offTabs: switches.offTabs,
    ...(offRoutes.length > 0 && { offRoutes }),
    ...(switches.offSites.length > 0 && { offSites: switches.offSites }),
  };
}

/** Every origin that these profiles have something to do with. */
export function listOrigins(profiles: readonly Profile[]): { pages: string[]; apis: string[] } {
  // Those of before, too: a token that was issued there may still be held.
  const logins = profiles.flatMap((profile) =>
    [getLoginOrigin(profile) ?? [], Object.keys(profile.otherReaches ?? {})].flat(),
  );
  return {
    pages: [...new Set([...logins, ...profiles.flatMap(({ reach }) => reach.pages)])],
    apis: [...new Set([...logins, ...profiles.flatMap(({ reach }) => reach.apis)])],
  };
}
