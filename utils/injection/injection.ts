/** Stands for the page of a route when none asks: of opened links and typed addresses. */
export const NO_PAGE = '';

/** From the pages of an origin to the API of an origin. */
export interface Route {
  /** An origin, or `NO_PAGE`. */
  page: string;
  api: string;
}

/** The token of a profile and where it goes. A route is in no other injection: there is one token for it, or none. */
export interface Injection {
  profileId: string;
  access_token: string;
  routes: readonly Route[];
  /** Also what the pages load without fetch and XMLHttpRequest. */
  everything: boolean;
  /** GET and HEAD only. */
  isReadOnly: boolean;
}

/** All that is to be injected, and where not. */
export interface InForce {
  injections: readonly Injection[];
  /** The tabs in which the token is switched off. */
  offTabs: readonly number[];
  /** What is switched off by its site: a rule for a whole host must not reach it either. */
  offRoutes?: readonly Route[];
  /** The sites that are switched off, also those that are no route of anybody's. */
  offSites?: readonly string[];
}

export const NOTHING_IN_FORCE: InForce = { injections: [], offTabs: [] };
