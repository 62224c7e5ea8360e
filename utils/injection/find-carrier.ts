import type { AskedRequest, RequestKind } from './condition';
import type { HeaderProfile, HeaderSituation } from './explain-request';
import { type InForce, NO_PAGE, type Route } from './injection';
import { type LoadRoute, listLoadRoutes } from './load-routes';
import { type Fitting, fitIntoRules } from './rule-limit';
import { fromSocketUrl } from './socket-origin';

/** Whose token a request would carry, whatever is switched off, and what of the rules would give it. */
export interface Carrier {
  profile: HeaderProfile | undefined;
  /** Chromium: the rule without a mark that fits, while nothing is switched off. */
  loadRoute: LoadRoute | undefined;
  /** False when the browser had no room for the route's rule. */
  hasRoom: boolean;
}

/** A WebSocket is no call, whatever it is said to be. */
export function getKind({ url, kind }: Pick<AskedRequest, 'url' | 'kind'>): RequestKind {
  return /^wss?:/.test(url) ? 'load' : kind;
}

export function findCarrier(request: AskedRequest, situation: HeaderSituation): Carrier {
  const { profiles, engine } = situation;
  const api = fromSocketUrl(request.url).origin;
  const page = getKind(request) === 'link' ? NO_PAGE : request.page;
  const isRoute = (route: Route): boolean => route.page === page && route.api === api;
  const own = profiles.find(({ routes }) => routes.some(isRoute));
  // Firefox looks at each request, so that there are no rules to run out of.
  if (engine === 'requests') return { profile: own, loadRoute: undefined, hasRoom: true };
  const fitting = fitIntoRules(buildInForce(situation));
  const loadRoute = page ? findLoadRoute(fitting, page, api) : undefined;
  const isLeftOut = fitting.leftOut.some(isRoute) && !isOff(situation, page ?? '', api);
  const profile = own ?? profiles.find(({ profileId }) => profileId === loadRoute?.injection.profileId);
  return { profile, loadRoute, hasRoom: !isLeftOut };
}

/** True when what is switched off by its site is a route like this. */
export function isOff({ switches }: Pick<HeaderSituation, 'switches'>, page: string, api: string): boolean {
  return switches.offSites.includes(page || api);
}

function buildInForce(situation: HeaderSituation): InForce {
  const { profiles, switches } = situation;
  const isOffRoute = ({ page, api }: Route): boolean => isOff(situation, page, api);
  const injections = profiles.map(({ routes, ...profile }) => ({
    ...profile,
    routes: switches.paused ? [] : routes.filter((route) => !isOffRoute(route)),
  }));
  const offRoutes = profiles.flatMap(({ routes }) => routes.filter(isOffRoute));
  return { injections, offTabs: switches.offTabs, offRoutes, offSites: switches.offSites };
}

/** Rules without a mark know hosts alone, and all hosts below them. */
function findLoadRoute(fitting: Fitting, page: string, api: string): LoadRoute | undefined {
  if (!URL.canParse(page)) return undefined;
  const { hostname } = new URL(page);
  const isBelow = (host: string): boolean => hostname === host || hostname.endsWith(`.${host}`);
  return listLoadRoutes(fitting).find(
    (route) => route.api === api && isBelow(route.host) && !route.excludedHosts.some(isBelow),
  );
}
