// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { API, FOREIGN, OWN_PAGE, SIBLING } from '../e2e/support/hosts.ts';
import { FIRST_WORLD, getInForce, Timeline, type World } from './world.ts';

const BOTH: World = { ...FIRST_WORLD, loggedIn: new Set(['rotating', 'contesting', 'apart']) };

describe('in force is', () => {
  it.each([
    ['the first of the list, of two that fit', BOTH, API, API, 'rotating'],
    ['the one that was chosen', { ...BOTH, chosen: 'contesting' }, API, API, 'contesting'],
    ['the first, when the chosen one is logged out', { ...BOTH, chosen: 'typed' }, API, API, 'rotating'],
    ['whoever has added the page', { ...BOTH, chosen: 'contesting' }, OWN_PAGE, API, 'rotating'],
    ['the server’s own login', BOTH, SIBLING, SIBLING, 'apart'],
    ['nobody between two servers', BOTH, SIBLING, API, undefined],
    ['nobody on a page of strangers', BOTH, FOREIGN, API, undefined],
    ['nobody while it is paused', { ...BOTH, paused: true }, API, API, undefined],
    ['nobody on a site that is off', { ...BOTH, offSites: new Set([API]) }, API, API, undefined],
    ['nobody before the first login', FIRST_WORLD, API, API, undefined],
  ] as const)('%s', (_name, world, page, api, name) => {
    expect(getInForce(world, page, api)).toBe(name);
  });
});

describe('a change', () => {
  const changed = (): Timeline => {
    const timeline = new Timeline(FIRST_WORLD, 0);
    timeline.begin(BOTH, 100);
    timeline.end(200);
    return timeline;
  };

  it.each([
    ['before it only the old world', 0, 99, [FIRST_WORLD]],
    ['while it is under way both', 150, 160, [FIRST_WORLD, BOTH]],
    ['after it only the new one', 201, 300, [BOTH]],
    ['over a longer time both', 50, 300, [FIRST_WORLD, FIRST_WORLD, BOTH, BOTH]],
  ])('allows %s', (_name, fromMs, untilMs, worlds) => {
    expect(changed().listBetween(fromMs, untilMs)).toEqual(worlds);
  });
});
