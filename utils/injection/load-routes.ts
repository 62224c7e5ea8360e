import { type Injection, NO_PAGE } from './injection';
import type { Fitting } from './rule-limit';

/** From what the pages of a host load to an API. Rules without a mark know hosts, neither schemes nor ports. */
export interface LoadRoute {
  host: string;
  /** Hosts below it that have pages of their own. */
  excludedHosts: readonly string[];
  api: string;
  injection: Injection;
}

/** Of a page that goes nowhere, and that no rule for its host may reach. */
const NO_API = '';

/**
 * What can be told of the opt-in "everything" without a mark. A rule for a host is good for all its schemes and ports and
 * for all hosts below it, and so it must not reach pages that another rule is for, or none: pages on hosts below are
 * excepted; and where several pages share a host, there is a rule only if all of them go to that API with the same token.
 */
export function listLoadRoutes({ injections, leftOut, offSites = [] }: Fitting): LoadRoute[] {
  if (!injections.some(({ everything }) => everything)) return [];
  const routes = [
    ...injections.flatMap((injection) => injection.routes.map((route) => ({ ...route, injection }))),
    ...leftOut.map((route) => ({ ...route, injection: undefined })),
    ...offSites.map((page) => ({ page, api: NO_API, injection: undefined })),
  ].filter(({ page }) => page !== NO_PAGE);
  const byHost = Map.groupBy(routes, ({ page }) => new URL(page).hostname);
  return [...byHost].flatMap(([host, ofHost]) => {
    const pages = new Set(ofHost.map(({ page }) => page));
    const excludedHosts = [...byHost.keys()].filter((other) => other.endsWith(`.${host}`));
    return [...Map.groupBy(ofHost, ({ api }) => api)].flatMap(([api, toApi]) => {
      const injection = toApi[0]?.injection;
      const isSameForAll = toApi.length === pages.size && toApi.every((route) => route.injection === injection);
      return injection?.everything && isSameForAll ? [{ host, excludedHosts, api, injection }] : [];
    });
  });
}
