import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { type ArmedPages, buildArmingText, getArming } from './arming';

const armed: ArmedPages = { mark: 'f00d', pages: { [API_ORIGIN]: ['https://api.knetikcloud.com'] }, offTabs: [] };

describe('the arming of a page', () => {
  it('is found by its exact origin', () => {
    expect(getArming(armed, API_ORIGIN)).toEqual({ mark: 'f00d', apiOrigins: ['https://api.knetikcloud.com'] });
  });

  it.each([
    ['of a subdomain', 'https://app.devsandbox.knetikcloud.com'],
    ['of another port', `${API_ORIGIN}:8443`],
    ['of another scheme', 'http://devsandbox.knetikcloud.com'],
    ['of an opaque origin', 'null'],
    ['of a name that every object has', 'constructor'],
  ])('is not that %s', (_case, origin) => {
    expect(getArming(armed, origin)).toBeUndefined();
  });

  it('is missing while no page is armed', () => {
    expect(getArming(undefined, API_ORIGIN)).toBeUndefined();
  });
});

describe('the arming text', () => {
  it('is the mark and the API origins', () => {
    const apiOrigins = [API_ORIGIN, 'https://api.knetikcloud.com'];
    expect(buildArmingText({ mark: 'f00d', apiOrigins })).toBe(`f00d ${API_ORIGIN} https://api.knetikcloud.com`);
  });

  it('names no API origin for a page that is not armed', () => {
    expect(buildArmingText(undefined)).toBe('-');
  });
});
