import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, IN_FORCE, INJECTION } from '../testing/examples';
import { type ArmedPages, buildArmedPages, buildArmingText, getArming } from './arming';
import { type InForce, NO_PAGE } from './injection';

const [APP, API] = ['https://app.knetikcloud.com', 'https://api.knetikcloud.com'];
const armed: ArmedPages = { pages: { [API_ORIGIN]: { mark: 'f00d', apis: [API] } }, offTabs: [] };

describe('the armed pages', () => {
  const several: InForce = {
    injections: [
      { ...INJECTION, routes: buildRoutes([API_ORIGIN, APP, NO_PAGE]) },
      { ...INJECTION, profileId: 'profile-2', routes: buildRoutes([APP], [API]) },
    ],
    offTabs: [7],
  };

  it('have each a mark of its own, and the APIs of all profiles', () => {
    expect(buildArmedPages(several, { [API_ORIGIN]: 'f00d', [APP]: 'beef' })).toEqual({
      pages: { [API_ORIGIN]: { mark: 'f00d', apis: [API_ORIGIN] }, [APP]: { mark: 'beef', apis: [API_ORIGIN, API] } },
      offTabs: [7],
    });
  });

  it('are none that have no mark, and no routes that have no page', () => {
    expect(Object.keys(buildArmedPages(several, { [APP]: 'beef', [NO_PAGE]: 'dead' }).pages)).toEqual([APP]);
  });

  it('say nothing of tokens and profiles', () => {
    const text = JSON.stringify(buildArmedPages(IN_FORCE, { [API_ORIGIN]: 'f00d' }));
    expect(text).toContain('f00d');
    expect(text).not.toMatch(new RegExp(`${INJECTION.access_token}|${INJECTION.profileId}`));
  });
});

describe('the arming of a page', () => {
  it('is found by its exact origin', () => {
    expect(getArming(armed, API_ORIGIN)).toEqual({ mark: 'f00d', apis: [API] });
  });

  it.each([
    ['of a subdomain', 'https://app.devsandbox.knetikcloud.com'],
    ['of another port', `${API_ORIGIN}:8443`],
    ['of another scheme', 'http://devsandbox.knetikcloud.com'],
    ['of an opaque origin', 'null'],
    ['of a name that every object has', 'constructor'],
    ['of no origin', ''],
  ])('is not that %s', (_case, origin) => {
    expect(getArming(armed, origin)).toBeUndefined();
  });

  it('is missing while no page is armed', () => {
    expect(getArming(undefined, API_ORIGIN)).toBeUndefined();
  });

  it('is missing as long as what is stored is of an earlier version', () => {
    const earlier = { mark: 'f00d', pages: { [API_ORIGIN]: [API] }, offTabs: [] };
    expect(getArming(earlier as unknown as ArmedPages, API_ORIGIN)).toBeUndefined();
  });
});

describe('the arming text', () => {
  it('is the mark and the API origins', () => {
    expect(buildArmingText({ mark: 'f00d', apis: [API_ORIGIN, API] })).toBe(`f00d ${API_ORIGIN} ${API}`);
  });

  it('names no API origin for a page that is not armed', () => {
    expect(buildArmingText(undefined)).toBe('-');
  });
});
