import { type InForce, type Injection, NO_PAGE, type Route } from './injection';

/** Chromium takes 5,000 (`MAX_NUMBER_OF_SESSION_RULES`), or none of them. */
export const MAX_RULES = 4500;

/** What of all that is to be injected the browser has room for. */
export interface Fitting extends InForce {
  /** Routes that are not in force, for want of room or because they are off: they get no rule, and no page is told. */
  leftOut: readonly Route[];
}

/**
 * Takes the routes in their order as long as there is room for their rules; the first that does not fit and all after it
 * are left out, so that no later profile has what an earlier one is refused.
 */
export function fitIntoRules(
  { injections, offTabs, offRoutes = [], offSites = [] }: InForce,
  maxRules = MAX_RULES,
): Fitting {
  const seen = new Set<string>();
  const countOnce = (name: string, count: number): number => {
    if (seen.has(name)) return 0;
    seen.add(name);
    return count;
  };
  let rules = 0;
  const leftOut = [...offRoutes];
  const fits = (route: Route, { everything }: Injection): boolean => {
    const isOfPage = route.page !== NO_PAGE;
    // Marked or opened, then loaded, by WebSocket too; the API's exceptions, likewise; the page's arming.
    rules += 1 + (isOfPage && everything ? 2 : 0);
    rules += countOnce(`to ${route.api}`, 4) + (isOfPage ? countOnce(`from ${route.page}`, 1) : 0);
    if (rules > maxRules) leftOut.push(route);
    return rules <= maxRules;
  };
  const fitting = injections.flatMap((injection) => {
    const routes = injection.routes.filter((route) => fits(route, injection));
    return routes.length === 0 ? [] : [{ ...injection, routes }];
  });
  return { injections: fitting, offTabs, leftOut, ...(offSites.length > 0 && { offSites }) };
}
