import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, IN_FORCE, INJECTION } from '../testing/examples';
import { listApisByPage } from './arming';
import { type InForce, NO_PAGE } from './injection';
import { fitIntoRules, MAX_RULES } from './rule-limit';
import { buildSessionRules } from './session-rules';

/** So many origins, one beside the other. */
const listOrigins = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `https://${name}-${index}.example`);
const MANY = buildRoutes([NO_PAGE, ...listOrigins('page', 100)], listOrigins('api', 100));
const marksOf = (inForce: InForce): Record<string, string> =>
  Object.fromEntries([...listApisByPage(inForce.injections).keys()].map((page) => [page, `mark-of-${page}`]));

it('what fits stays as it is', () => {
  expect(fitIntoRules(IN_FORCE)).toEqual({ ...IN_FORCE, leftOut: [] });
});

describe.each([[true], [false]])('more routes than there is room for, with everything: %s', (everything) => {
  const later = { ...INJECTION, profileId: 'profile-2', routes: buildRoutes([API_ORIGIN]) };
  const fitting = fitIntoRules({ injections: [{ ...INJECTION, everything, routes: MANY }, later], offTabs: [7] });
  const [first, ...others] = fitting.injections;
  const kept = first?.routes ?? [];

  it('are left out from the first on that does not fit, with all of later profiles', () => {
    expect([...kept, ...fitting.leftOut]).toEqual([...MANY, ...later.routes]);
    expect([kept.length > 1000, others, fitting.offTabs]).toEqual([true, [], [7]]);
  });

  it('leave no more rules than the browser takes', () => {
    const { length } = buildSessionRules(fitting, marksOf(fitting));
    expect(length).toBeLessThanOrEqual(MAX_RULES);
    expect(length).toBeGreaterThan(MAX_RULES * 0.9);
  });

  it('are told to no page', () => {
    const told = [...listApisByPage(fitting.injections)].flatMap(([page, apis]) => buildRoutes([page], apis));
    expect(told).toEqual(kept.filter(({ page }) => page !== NO_PAGE));
  });
});

it('a route costs its rule and, once each, the arming of its page and the exceptions of its API', () => {
  const routes = buildRoutes(['https://a.example', 'https://b.example'], ['https://x.example', 'https://y.example']);
  const count = (maxRules: number): number | undefined =>
    fitIntoRules({ injections: [{ ...INJECTION, routes }], offTabs: [] }, maxRules).injections[0]?.routes.length;
  expect([5, 6, 10, 11, 12, 13, 14].map(count)).toEqual([undefined, 1, 1, 2, 2, 3, 4]);
});

it('a route of links costs its rule and the exceptions of its API, also with everything', () => {
  const links = { ...INJECTION, everything: true, routes: buildRoutes([NO_PAGE]) };
  const fits = (maxRules: number): boolean =>
    fitIntoRules({ injections: [links], offTabs: [] }, maxRules).injections.length > 0;
  expect([4, 5].map(fits)).toEqual([false, true]);
});

it('a route that is off is left out and takes no room', () => {
  const offRoutes = buildRoutes(['http://localhost:3000']);
  expect(fitIntoRules({ ...IN_FORCE, offRoutes }, 6)).toEqual({ ...IN_FORCE, leftOut: offRoutes });
});
