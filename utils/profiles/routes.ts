import { type Injection, NO_PAGE, type Route } from '@/utils/injection/injection';
import type { Switches } from '@/utils/injection/reach';
import { getReachOf, type Profile } from './profile';

/** A profile that is logged in, with what of its token decides. */
export interface LoggedInProfile {
  profile: Profile;
  access_token: string;
  api_origin: string;
}

/** Which profile the user wants for a page and an API that several fit; the key is `buildChoiceKey`'s. */
export type Choices = Readonly<Record<string, string>>;

/** A page and an API that several logged-in profiles fit. */
export interface Contest extends Route {
  /** In the order of the user's list. */
  profileIds: readonly string[];
  inForce: string;
  /** False as long as the user has not said which one: then it is the first. */
  isChosen: boolean;
}

export const buildChoiceKey = ({ page, api }: Route): string => `${page} ${api}`;

/** Every page and API that the profile's token may connect, whoever else may. */
export function listRoutes({ profile, api_origin }: LoggedInProfile): Route[] {
  const { pages, apis, links } = getReachOf(profile, api_origin);
  const from = [...(links ? [NO_PAGE] : []), ...new Set([api_origin, ...pages])];
  return from.flatMap((page) => [...new Set([api_origin, ...apis])].map((api) => ({ page, api })));
}

/**
 * Which profile is in force where: for each page and API exactly one. Where several fit it is the one that the user
 * chose, until then the first of the list, and the contest is told.
 * @param profiles in the order of the user's list
 */
export function settleRoutes(
  profiles: readonly LoggedInProfile[],
  choices: Choices,
): { routes: ReadonlyMap<string, readonly Route[]>; contests: Contest[] } {
  const fitting = new Map<string, { route: Route; profileIds: string[] }>();
  for (const each of profiles) {
    for (const route of listRoutes(each)) {
      const key = buildChoiceKey(route);
      const entry = fitting.get(key) ?? { route, profileIds: [] };
      entry.profileIds.push(each.profile.id);
      fitting.set(key, entry);
    }
  }
  const routes = new Map<string, Route[]>(profiles.map(({ profile }) => [profile.id, []]));
  const contests: Contest[] = [];
  for (const [key, { route, profileIds }] of fitting) {
    const chosen = Object.hasOwn(choices, key) ? choices[key] : undefined;
    const isChosen = chosen !== undefined && profileIds.includes(chosen);
    const inForce = isChosen ? chosen : (profileIds[0] ?? '');
    routes.get(inForce)?.push(route);
    if (profileIds.length > 1) contests.push({ ...route, profileIds, inForce, isChosen });
  }
  return { routes, contests };
}

/** True when the route's page is switched off; of opened links the API itself. */
export function isOffSite({ offSites }: Switches, { page, api }: Route): boolean {
  return offSites.includes(page || api);
}

/** What is to be injected: for each profile that is in force anywhere its token and where it goes. */
export function buildInjections(
  profiles: readonly LoggedInProfile[],
  situation: { choices: Choices; switches: Switches; mayWrite: (profileId: string) => boolean },
): Injection[] {
  const { choices, switches, mayWrite } = situation;
  if (switches.paused) return [];
  const { routes } = settleRoutes(profiles, choices);
  return profiles.flatMap(({ profile, access_token, api_origin }) => {
    const own = (routes.get(profile.id) ?? []).filter((route) => !isOffSite(switches, route));
    if (own.length === 0) return [];
    const { everything } = getReachOf(profile, api_origin);
    const isReadOnly = profile.isProduction && !mayWrite(profile.id);
    return [{ profileId: profile.id, access_token, routes: own, everything, isReadOnly }];
  });
}
