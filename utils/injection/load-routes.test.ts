import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { type Injection, NO_PAGE } from './injection';
import { listLoadRoutes } from './load-routes';
import { fitIntoRules } from './rule-limit';

const [HOST, PORT, BELOW, FURTHER] = [
  'https://app.example',
  'https://app.example:8443',
  'https://x.app.example',
  'https://a.x.app.example',
];
const OTHER_API = 'https://api.example';
const build = (pages: string[], apis = [API_ORIGIN], part: Partial<Injection> = {}): Injection => ({
  ...INJECTION,
  everything: true,
  routes: buildRoutes(pages, apis),
  ...part,
});
const second = { profileId: 'profile-2', access_token: 'second' };
/** Each as host, hosts below that are excepted, API and profile. */
const list = (injections: Injection[], leftOut: Injection['routes'] = []): unknown[] =>
  listLoadRoutes({ injections, offTabs: [], leftOut }).map(({ host, excludedHosts, api, injection }) =>
    [host, `-${excludedHosts.join(' -')}`, api, injection.profileId].join(' '),
  );
const NONE: unknown[] = [];

describe('what pages load can be told by their host', () => {
  it.each<[string, Injection[], unknown[]]>([
    [
      'for each API',
      [build([HOST], [API_ORIGIN, OTHER_API])],
      [`app.example - ${API_ORIGIN} profile-1`, `app.example - ${OTHER_API} profile-1`],
    ],
    [
      'once, when all pages of the host go there with the same token',
      [build([HOST, PORT])],
      [`app.example - ${API_ORIGIN} profile-1`],
    ],
    [
      'without the hosts below it that have pages of another profile',
      [build([HOST]), build([BELOW], undefined, second)],
      [`app.example -x.app.example ${API_ORIGIN} profile-1`, `x.app.example - ${API_ORIGIN} profile-2`],
    ],
    [
      'without the hosts below it, however far',
      [build([FURTHER, HOST])],
      [`a.x.app.example - ${API_ORIGIN} profile-1`, `app.example -a.x.app.example ${API_ORIGIN} profile-1`],
    ],
    [
      'without the hosts below it whose profile has not opted in',
      [build([HOST]), build([BELOW], [OTHER_API], { ...second, everything: false })],
      [`app.example -x.app.example ${API_ORIGIN} profile-1`],
    ],
    [
      'beside hosts that only end alike',
      [build([HOST, 'https://my-app.example'])],
      [`app.example - ${API_ORIGIN} profile-1`, `my-app.example - ${API_ORIGIN} profile-1`],
    ],
  ])('%s', (_case, injections, expected) => {
    expect(list(injections)).toEqual(expected);
  });
});

describe('what pages load cannot be told by their host, and gets nothing', () => {
  it.each<[string, Injection[]]>([
    ['when another port of it is of another profile', [build([HOST]), build([PORT], undefined, second)]],
    [
      'when another port of it is of a profile that has not opted in',
      [build([HOST]), build([PORT], undefined, { ...second, everything: false })],
    ],
    ['when another port of it goes to other APIs', [build([HOST]), build([PORT], [OTHER_API], second)]],
    ['when nobody has opted in', [build([HOST], undefined, { everything: false })]],
    ['when no page asks', [build([NO_PAGE])]],
  ])('%s', (_case, injections) => {
    expect(list(injections)).toEqual(NONE);
  });

  it('when there was no room for the rules of another port of it', () => {
    expect(list([build([HOST])], buildRoutes([PORT]))).toEqual(NONE);
  });
});

it('a site that is off and no page of anybody’s keeps the rule of its host, or of a host above it, away', () => {
  const listWithout = (offSite: string): unknown[] =>
    listLoadRoutes(fitIntoRules({ injections: [build([HOST])], offTabs: [], offSites: [offSite] })).map(
      ({ host, excludedHosts }) => [host, ...excludedHosts],
    );
  expect(listWithout(PORT)).toEqual(NONE);
  expect(listWithout(BELOW)).toEqual([['app.example', 'x.app.example']]);
  expect(listWithout('https://stranger.example')).toEqual([['app.example']]);
});

it('where one API of a shared host is contested, the others go on', () => {
  const first = build([HOST, PORT], [API_ORIGIN], {
    routes: [...buildRoutes([HOST, PORT]), ...buildRoutes([HOST], [OTHER_API])],
  });
  expect(list([first, build([PORT], [OTHER_API], second)])).toEqual([`app.example - ${API_ORIGIN} profile-1`]);
});

it('a page without room keeps the rule of a host above it away', () => {
  expect(list([build([HOST])], buildRoutes([BELOW]))).toEqual([`app.example -x.app.example ${API_ORIGIN} profile-1`]);
});
