import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PAGE } from '@/utils/injection/injection';
import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import { EMPTY_TOKEN_FORM } from '@/utils/oauth2/token-form';
import { ALL_ON } from '../testing/examples';
import { buildProfile } from './profile';
import { buildChoiceKey, buildInjections, listRoutes, type LoggedInProfile, settleRoutes } from './routes';

const ORIGINS = ['https://a.example', 'https://b.example', 'https://c.example'] as const;
const [API, OTHER, PAGE] = ORIGINS;

/** A profile that is logged in at the origin of its form, if nothing else is said. */
function build(id: string, reach: Partial<Reach> = {}, part: Partial<LoggedInProfile> = {}): LoggedInProfile {
  const form = { ...EMPTY_TOKEN_FORM, base_url: API };
  const profile = buildProfile(id, { form, reach: { ...OWN_REACH, ...reach } });
  return { profile, access_token: `token of ${id}`, api_origin: API, ...part };
}
const pairs = (routes: readonly { page: string; api: string }[]): string[] => routes.map(buildChoiceKey).toSorted();

describe('a profile fits', () => {
  it('its own pages and API, those that were chosen, and each pair of them once', () => {
    const reach = { pages: [PAGE, API], apis: [OTHER, API] };
    expect(pairs(listRoutes(build('p', reach)))).toEqual([
      `${API} ${API}`,
      `${API} ${OTHER}`,
      `${PAGE} ${API}`,
      `${PAGE} ${OTHER}`,
    ]);
  });

  it('addresses that no page asks for, when links are opted for', () => {
    expect(listRoutes(build('p', { links: true }))).toContainEqual({ page: NO_PAGE, api: API });
    expect(listRoutes(build('p'))).toEqual([{ page: API, api: API }]);
  });

  it('nothing but its own while it holds a token of another origin than its form’s', () => {
    const elsewhere = build('p', { pages: [PAGE], apis: [OTHER], links: true }, { api_origin: OTHER });
    expect(listRoutes(elsewhere)).toEqual([{ page: OTHER, api: OTHER }]);
  });
});

describe('of several that fit', () => {
  const profiles = [build('first'), build('second', { pages: [PAGE] }), build('third', { pages: [PAGE] })];
  const key = buildChoiceKey({ page: PAGE, api: API });

  it('the first of the list is in force as long as nothing is chosen, and the contest is told', () => {
    const { routes, contests } = settleRoutes(profiles, {});
    expect(Object.fromEntries(routes)).toEqual({
      first: [{ page: API, api: API }],
      second: [{ page: PAGE, api: API }],
      third: [],
    });
    expect(contests).toEqual([
      { page: API, api: API, profileIds: ['first', 'second', 'third'], inForce: 'first', isChosen: false },
      { page: PAGE, api: API, profileIds: ['second', 'third'], inForce: 'second', isChosen: false },
    ]);
  });

  it('the one that was chosen is', () => {
    const { routes, contests } = settleRoutes(profiles, { [key]: 'third' });
    expect(routes.get('third')).toEqual([{ page: PAGE, api: API }]);
    expect(contests[1]).toMatchObject({ inForce: 'third', isChosen: true });
  });

  it.each(['first', 'gone', 'toString'])('a choice that does not fit is none: %s', (id) => {
    expect(settleRoutes(profiles, { [key]: id }).contests[1]).toMatchObject({ inForce: 'second', isChosen: false });
  });
});

describe('whatever the profiles and choices', () => {
  const origin = fc.constantFrom(...ORIGINS);
  const someOrigins = fc.uniqueArray(origin);
  const someReach = fc.record({ pages: someOrigins, apis: someOrigins, links: fc.boolean(), everything: fc.boolean() });
  const someProfiles = fc
    .array(fc.record({ reach: someReach, base_url: origin, api_origin: origin }), { maxLength: 5 })
    .map((list) =>
      list.map(({ reach, base_url, api_origin }, index): LoggedInProfile => {
        const profile = buildProfile(`p${index}`, { form: { ...EMPTY_TOKEN_FORM, base_url }, reach });
        return { profile, access_token: `t${index}`, api_origin };
      }),
    );
  const everyKey = [NO_PAGE, ...ORIGINS].flatMap((page) => ORIGINS.map((api) => buildChoiceKey({ page, api })));
  const someChoices = fc.dictionary(fc.constantFrom(...everyKey), fc.constantFrom('p0', 'p1', 'p2', 'p3', 'gone'));

  it('each pair that any fits has exactly one in force, the chosen one if that fits, and contests are all told', () => {
    fc.assert(
      fc.property(someProfiles, someChoices, (profiles, choices) => {
        const { routes, contests } = settleRoutes(profiles, choices);
        for (const key of everyKey) {
          const fitting = profiles
            .filter((each) => pairs(listRoutes(each)).includes(key))
            .map(({ profile }) => profile.id);
          const inForce = [...routes].filter(([, own]) => pairs(own).includes(key)).map(([id]) => id);
          const chosen = fitting.find((id) => id === choices[key]);
          expect(inForce).toEqual(fitting.length === 0 ? [] : [chosen ?? fitting[0]]);
          const told = contests.filter((contest) => buildChoiceKey(contest) === key);
          const [page = '', api = ''] = key.split(' ');
          const contest = { page, api, profileIds: fitting, inForce: inForce[0], isChosen: chosen !== undefined };
          expect(told).toEqual(fitting.length > 1 ? [contest] : []);
        }
        expect([...routes.values()].flat().length).toBe(new Set([...routes.values()].flatMap(pairs)).size);
      }),
    );
  });

  it('no page and API are in two injections, and none of a site that is switched off', () => {
    fc.assert(
      fc.property(someProfiles, someChoices, someOrigins, (profiles, choices, offSites) => {
        const switches = { ...ALL_ON, offSites };
        const injections = buildInjections(profiles, { choices, switches, mayWrite: () => false });
        const all = injections.flatMap((injection) => injection.routes);
        expect(new Set(pairs(all)).size).toBe(all.length);
        expect(all.filter(({ page, api }) => offSites.some((off) => off === (page || api)))).toEqual([]);
      }),
    );
  });
});

describe('what is injected', () => {
  const situation = { choices: {}, switches: ALL_ON, mayWrite: () => false };
  const own = { profileId: 'p', access_token: 'token of p', routes: [{ page: API, api: API }] };

  it('is the token of each that is in force anywhere, and nothing of the others', () => {
    expect(buildInjections([build('p'), build('q')], situation)).toEqual([
      { ...own, everything: false, isReadOnly: false },
    ]);
  });

  it('is nothing while paused', () => {
    const switches = { ...ALL_ON, paused: true };
    expect(buildInjections([build('p')], { ...situation, switches })).toEqual([]);
  });

  it('is not given to a site that is switched off, nor to its typed addresses; but to it as an API', () => {
    const switches = { ...ALL_ON, offSites: [API] };
    const [injection] = buildInjections([build('p', { pages: [PAGE], links: true })], { ...situation, switches });
    expect(injection?.routes).toEqual([{ page: PAGE, api: API }]);
  });

  it('goes into everything only where the profile is opted in, and only with a token of its own origin', () => {
    const getEverything = (each: LoggedInProfile) => buildInjections([each], situation)[0]?.everything;
    expect(getEverything(build('p', { everything: true }))).toBe(true);
    expect(getEverything(build('p', { everything: true }, { api_origin: OTHER }))).toBe(false);
  });

  it('is for reading only in production, until writing is allowed for that profile', () => {
    const production = build('p');
    const profiles = [{ ...production, profile: { ...production.profile, isProduction: true } }];
    const isReadOnly = (allowed: string) =>
      buildInjections(profiles, { ...situation, mayWrite: (id) => id === allowed })[0]?.isReadOnly;
    expect([isReadOnly('p'), isReadOnly('q')]).toEqual([false, true]);
  });
});
