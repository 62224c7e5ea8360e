import { describe, expect, it } from 'vitest';
import { ALL_ON, API_ORIGIN } from '../testing/examples';
import { changeReach, changeSwitches, MAX_ORIGINS, OWN_REACH, type ReachChange, type SwitchChange } from './reach';

const PAGE = 'http://localhost:3000';
const OTHER = 'https://app.example:8443';
const change = (reach: typeof OWN_REACH, ...changes: ReachChange[]) =>
  changes.reduce((before, each) => changeReach(before, each, API_ORIGIN), reach);

describe('the reach of a login', () => {
  it.each(['pages', 'apis'] as const)('takes in further %s, each once, and lets them go', (what) => {
    const add = { kind: 'add', what } as const;
    const both = change(OWN_REACH, { ...add, origin: PAGE }, { ...add, origin: OTHER }, { ...add, origin: PAGE });
    expect(both).toEqual({ ...OWN_REACH, [what]: [OTHER, PAGE] });
    expect(change(both, { kind: 'remove', what, origin: OTHER })).toEqual({ ...OWN_REACH, [what]: [PAGE] });
    expect(change(both, { kind: 'remove', what, origin: 'https://never-added.example' })).toEqual(both);
  });

  it('does not mention its own origin, which is in it always', () => {
    expect(change(OWN_REACH, { kind: 'add', what: 'pages', origin: API_ORIGIN })).toEqual(OWN_REACH);
  });

  it('forgets the oldest of too many', () => {
    const origins = Array.from({ length: MAX_ORIGINS + 1 }, (_, index) => `https://app-${index}.example`);
    const { pages } = change(OWN_REACH, ...origins.map((origin) => ({ kind: 'add', what: 'pages', origin }) as const));
    expect(pages).toEqual(origins.slice(1));
  });

  it.each(['links', 'everything'] as const)(
    'is widened to %s and narrowed again, with nothing else changed',
    (what) => {
      const reach = { ...OWN_REACH, pages: [PAGE] };
      const wider = change(reach, { kind: 'opt', what, on: true });
      expect(wider).toEqual({ ...reach, [what]: true });
      expect(change(wider, { kind: 'opt', what, on: false })).toEqual(reach);
    },
  );
});

describe('the switches', () => {
  it.each<[string, SwitchChange, object]>([
    ['all', { kind: 'all', on: false }, { paused: true }],
    ['a site', { kind: 'site', origin: PAGE, on: false }, { offSites: [PAGE] }],
    ['a tab', { kind: 'tab', tabId: 7, on: false }, { offTabs: [7] }],
  ])('switch %s off once, whatever how often it is asked, and on again', (_case, off, changed) => {
    const once = changeSwitches(ALL_ON, off);
    expect(once).toEqual({ ...ALL_ON, ...changed });
    expect(changeSwitches(once, off)).toEqual(once);
    expect(changeSwitches(once, { ...off, on: true })).toEqual(ALL_ON);
  });

  it('leave other sites and tabs as they are', () => {
    const before = { paused: true, offSites: [PAGE, OTHER], offTabs: [7, 8] };
    const after = changeSwitches(changeSwitches(before, { kind: 'site', origin: PAGE, on: true }), {
      kind: 'tab',
      tabId: 8,
      on: true,
    });
    expect(after).toEqual({ paused: true, offSites: [OTHER], offTabs: [7] });
  });
});
