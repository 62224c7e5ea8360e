import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { findInjection, type OutgoingRequest } from './header-decision';
import { type InForce, NO_PAGE } from './injection';

const [APP, ADMIN, BELOW] = ['https://app.example', 'https://admin.example', 'https://x.app.example'];
const MEDIA = 'https://media.example';
const inForce: InForce = {
  injections: [
    { ...INJECTION, profileId: 'user', routes: [...buildRoutes([APP, NO_PAGE]), ...buildRoutes([BELOW], [MEDIA])] },
    { ...INJECTION, profileId: 'admin', routes: buildRoutes([ADMIN, BELOW]), everything: true },
    { ...INJECTION, profileId: 'production', routes: buildRoutes([APP], [MEDIA]), isReadOnly: true },
  ],
  offTabs: [],
};
/** The profile whose token the request gets. */
const find = (part: Partial<OutgoingRequest>): string | undefined =>
  findInjection({ url: `${API_ORIGIN}/me`, method: 'GET', type: 'xmlhttprequest', ...part }, inForce)?.profileId;

describe('of several profiles that are in force, a request gets the token of', () => {
  it.each<[string, string, Partial<OutgoingRequest>]>([
    ['that of its page', 'user', { originUrl: `${APP}/` }],
    ['that of another page', 'admin', { originUrl: `${ADMIN}/` }],
    ['that of a page on a host below another page', 'admin', { originUrl: `${BELOW}/` }],
    ['that of its API', 'production', { originUrl: `${APP}/`, url: `${MEDIA}/logo` }],
    ['that of typed addresses', 'user', { type: 'main_frame' }],
    ['that of opened links, on a page of its own', 'user', { type: 'main_frame', originUrl: `${APP}/` }],
    ['the one that has opted in', 'admin', { type: 'image', originUrl: `${ADMIN}/` }],
  ])('%s', (_case, profileId, part) => {
    expect(find(part)).toBe(profileId);
  });
});

describe('of several profiles that are in force, none serves', () => {
  it.each<[string, Partial<OutgoingRequest>]>([
    ["a page with another profile's API", { originUrl: `${ADMIN}/`, url: `${MEDIA}/logo` }],
    ['a link on a page of another profile', { type: 'main_frame', originUrl: `${ADMIN}/` }],
    ['a typed address of an API without that opt-in', { type: 'main_frame', url: `${MEDIA}/logo` }],
    ['what another profile has opted in to', { type: 'image', originUrl: `${APP}/` }],
    ['a change where that page and API may only read', { originUrl: `${APP}/`, url: `${MEDIA}/logo`, method: 'PUT' }],
  ])('%s', (_case, part) => {
    expect(find(part)).toBeUndefined();
  });
});
