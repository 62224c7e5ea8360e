import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildProfile, ProfileSchema } from '@/utils/profiles/profile';
import { withoutSecrets } from '@/utils/oauth2/token-form';
import { anyJson } from '../testing/any-json';
import { PASSWORD_FORM } from '../testing/examples';
import { readProfiles, readProfilesById, watchProfiles, writeProfiles } from './profile-storage';
import { setAsideItem } from './versioned-item';

const [A, B, C] = [buildProfile('a'), buildProfile('b'), buildProfile('c')];
const { local } = fakeBrowser.storage;
const listIds = async (): Promise<string> => (await readProfiles()).map(({ id }) => id).join(' ');

beforeEach(async () => {
  fakeBrowser.reset();
  await writeProfiles([C, A, B], []);
});

describe('stored profiles', () => {
  it('are read in their order, all or some', async () => {
    expect(await readProfiles()).toEqual([C, A, B]);
    expect(await readProfilesById(['b', 'gone', 'c'])).toEqual([B, C]);
  });

  it('are read in the version of the first release that had them', async () => {
    const stored = {
      version: 1,
      value: {
        id: 'a',
        name: 'Acme',
        colour: 'red',
        isProduction: true,
        form: withoutSecrets(PASSWORD_FORM),
        reach: { pages: ['http://localhost:3000'], apis: [], links: false, everything: true },
        otherReaches: { 'https://api.example': { pages: [], apis: [], links: true, everything: false } },
        removedAtMs: 7,
      },
    };
    await local.set({ 'profile:a': stored });
    expect(await readProfilesById(['a'])).toEqual([stored.value]);
  });

  it('come last when the order has lost them, and once when it has them twice', async () => {
    await local.set({ profileOrder: { version: 1, value: ['b', 'gone', 'b'] } });
    expect(await listIds()).toMatch(/^b (a c|c a)$/);
    await local.set({ profileOrder: 'damaged' });
    expect((await listIds()).split(' ').toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('are set aside when they are damaged, newer, or another’s, each by itself, and the rest goes on', async () => {
    const damaged = { version: 1, value: { ...A, reach: null } };
    const newer = { version: 2, value: B };
    await local.set({ 'profile:a': damaged, 'profile:b': newer, 'profile:d': { version: 1, value: C } });
    expect(await readProfiles()).toEqual([C]);
    expect(await setAsideItem.getValue()).toMatchObject({
      'local:profile:a': { text: JSON.stringify(damaged), reason: 'damaged' },
      'local:profile:b': { text: JSON.stringify(newer), reason: 'newer-version' },
      'local:profile:d': { reason: 'damaged' },
    });
    expect(await readProfilesById(['a', 'b', 'c'])).toEqual([C]);
  });

  it('are profiles and nothing else, whatever was stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, anyJson, async (value, order) => {
        await local.clear();
        await local.set({ 'profile:x': { version: 1, value }, 'profile:y': value, profileOrder: order });
        await writeProfiles([A], []);
        const read = await readProfiles();
        expect(read).toContainEqual(A);
        for (const profile of read) expect(v.is(ProfileSchema, profile)).toBe(true);
      }),
    );
  });
});

describe('writing profiles', () => {
  it('writes only what has changed', async () => {
    const written: string[] = [];
    local.onChanged.addListener((changes) => written.push(...Object.keys(changes)));
    const changed = { ...A, name: 'Changed' };
    await writeProfiles([C, changed, B], [C, A, B]);
    expect([await readProfiles(), written]).toEqual([[C, changed, B], ['profile:a']]);
  });

  it('keeps a new order, and takes away who is gone', async () => {
    await writeProfiles([B, C], [C, A, B]);
    expect(await listIds()).toBe('b c');
    expect(Object.keys(await local.get()).toSorted()).toEqual(['profile:b', 'profile:c', 'profileOrder']);
  });
});

it('who watches is told of profiles and their order, and of nothing else, until they have enough', async () => {
  let told = 0;
  const stop = watchProfiles(() => (told += 1));
  await writeProfiles([C, { ...A, name: 'Changed' }, B], [C, A, B]);
  await local.set({ paused: true });
  await fakeBrowser.storage.session.set({ profileOrder: [] });
  expect(told).toBe(1);
  await writeProfiles([A, B, C], [A, C, B]);
  expect(told).toBe(2);
  stop();
  await writeProfiles([], [A, B, C]);
  expect(told).toBe(2);
});
