import { describe, expect, it } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import { RECEIVED_AT_MS as NOW_MS } from '../testing/examples';
import { buildProfile, MAX_PROFILES, type Profile } from './profile';
import {
  buildName,
  changeProfiles,
  findFreeName,
  listGone,
  listPresent,
  type NewProfile,
  type ProfilesChange,
  UNDO_MS,
} from './profile-list';

const [A, B, C] = [buildProfile('a'), buildProfile('b'), buildProfile('c')];
const LIST = [A, B, C];
const { id: _id, ...added }: Profile = buildProfile('x', { name: 'New' });
const change = (asked: ProfilesChange, list: readonly Profile[] = LIST) =>
  changeProfiles(list, asked, { nowMs: NOW_MS, buildId: () => 'new' });
const listIds = (list: readonly Profile[]): string => list.map(({ id }) => id).join(' ');

describe('a new profile', () => {
  it.each([
    ['at the end', undefined, 'a b c new'],
    ['behind the one it is a copy of', 'a', 'a new b c'],
    ['at the end when that one is gone', 'gone', 'a b c new'],
  ])('comes %s', (_case, after, ids) => {
    const list = change({ kind: 'add', profile: added, after });
    expect(listIds(list)).toBe(ids);
    expect(list.find(({ id }) => id === 'new')).toEqual({ ...added, id: 'new' });
  });

  it('comes no more when there are as many as there may be', () => {
    const full = Array.from({ length: MAX_PROFILES }, (_, number) => buildProfile(`p${number}`));
    expect(change({ kind: 'add', profile: added }, full)).toBe(full);
    expect(change({ kind: 'add', profile: added }, full.slice(1))).toHaveLength(MAX_PROFILES);
  });
});

describe('a profile that is saved', () => {
  it('is as it was typed, and no other is touched', () => {
    const reach = { ...OWN_REACH, links: true };
    const profile: NewProfile = { ...added, colour: 'red', isProduction: true, reach };
    const list = change({ kind: 'save', id: 'b', profile });
    expect(list).toEqual([A, { ...profile, id: 'b' }, C]);
    expect([list[0], list[2]]).toEqual([A, C]);
  });

  it('leaves where its token went with the server it logged in at before', () => {
    const reach = { ...OWN_REACH, pages: ['http://localhost:3000'] };
    const profile: NewProfile = { ...added, form: { ...added.form, base_url: 'https://api.example' }, reach };
    const saved = change({ kind: 'save', id: 'b', profile })[1];
    expect(saved?.reach).toEqual(OWN_REACH);
  });

  it('at a server that it has left meanwhile, gives that server’s reach to no other', () => {
    const [here, there] = ['https://here.example', 'https://there.example'];
    const [pageHere, pageThere] = ['http://localhost:3000', 'http://localhost:4000'];
    const at = (base_url: string): NewProfile['form'] => ({ ...added.form, base_url });
    const moved: Profile = {
      ...buildProfile('b', { form: at(there), reach: { ...OWN_REACH, pages: [pageThere] } }),
      otherReaches: { [here]: { ...OWN_REACH, pages: [pageHere] } },
    };
    const typed: NewProfile = {
      ...added,
      form: at(here),
      reach: { ...OWN_REACH, pages: [pageHere], everything: true },
    };
    const [saved] = change({ kind: 'save', id: 'b', profile: typed }, [moved]);
    expect(saved?.reach.pages).toEqual([pageHere]);
    expect(saved?.otherReaches?.[there]).toEqual({ ...OWN_REACH, pages: [pageThere] });
  });

  it('stays gone when it is gone, and removed when it is removed', () => {
    expect(change({ kind: 'save', id: 'gone', profile: added })).toEqual(LIST);
    const removed = { ...B, removedAtMs: NOW_MS };
    expect(change({ kind: 'save', id: 'b', profile: added }, [A, removed])[1]?.removedAtMs).toBe(NOW_MS);
  });
});

describe('a removal', () => {
  const removed = change({ kind: 'remove', ids: ['a', 'c', 'gone'] });

  it('takes several away at once, and keeps them for a while', () => {
    expect(listIds(removed)).toBe('a b c');
    expect(listIds(listPresent(removed))).toBe('b');
  });

  it('can be undone, for some or all, and leaves nothing of it', () => {
    expect(listIds(listPresent(change({ kind: 'restore', ids: ['a'] }, removed)))).toBe('a b');
    expect(change({ kind: 'restore', ids: ['a', 'c'] }, removed)).toEqual(LIST);
  });

  it.each([
    ['just within the time to undo', UNDO_MS, ''],
    ['after it', UNDO_MS + 1, 'a c'],
    ['after the clock was set back by more than that', -UNDO_MS - 1, 'a c'],
  ])('%s is final for "%s"', (_case, laterMs, ids) => {
    expect(listIds(listGone(removed, NOW_MS + laterMs))).toBe(ids);
  });
});

it.each([
  ['to the front', 'c', 0, 'c a b'],
  ['to the end', 'a', 2, 'b c a'],
  ['beyond the end', 'a', 99, 'b c a'],
  ['to where it is', 'b', 1, 'a b c'],
  ['that is gone', 'gone', 0, 'a b c'],
])('a profile is moved %s', (_case, id, toIndex, ids) => {
  expect(listIds(change({ kind: 'move', id, toIndex }))).toBe(ids);
});

describe('a free name', () => {
  const taken = (...names: string[]): Profile[] => names.map((name) => buildProfile(name, { name }));

  it.each<[string, string[], string]>([
    ['Acme', [], 'Acme'],
    ['Acme', ['Acme'], 'Acme 2'],
    ['Acme', ['Acme', 'Acme 2', 'Acme 4'], 'Acme 3'],
    ['Acme 2', ['Acme', 'Acme 2'], 'Acme 3'],
    ['Acme 2', ['Acme'], 'Acme 2'],
  ])('for %s beside %j is the next one: %s', (wanted, names, free) => {
    expect(findFreeName(taken(...names), wanted)).toBe(free);
  });

  it('is no longer than a name may be', () => {
    const long = 'n'.repeat(80);
    const second = findFreeName(taken(long), long);
    expect(second).toBe(`${'n'.repeat(78)} 2`);
    expect(findFreeName(taken(long, second), long)).toBe(`${'n'.repeat(78)} 3`);
  });
});

describe('the first name of a profile', () => {
  it.each([
    ['https://acme.sandbox.knetikcloud.com', 'acme sandbox'],
    ['https://sandbox.knetikcloud.com', 'sandbox'],
    ['http://localhost:8080', 'localhost:8080'],
    ['https://api.example', 'api.example'],
    [undefined, 'My profile'],
  ])('at %s is %s', (origin, name) => {
    expect(buildName(origin)).toBe(name);
  });

  it('is no longer than a name may be', () => {
    const host = ['a', 'b', 'c'].map((letter) => letter.repeat(40)).join('.');
    expect(buildName(`https://${host}`)).toBe(host.slice(0, 80));
  });
});
