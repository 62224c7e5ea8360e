import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { anyJson } from '../testing/any-json';
import { seenVersionItem } from './install-events';
import { profileOrderItem } from './profile-storage';
import { choicesItem, currentProfileItem, offSitesItem, pausedItem, settingsItem } from './storage';
import { settingsChangedItem, syncSettingsItem } from './settings-sync';
import { readVersioned, setAsideItem, type VersionedItem } from './versioned-item';

const ROOT = join(import.meta.dirname, '../..');

interface Case {
  item: VersionedItem<unknown>;
  fallback: unknown;
  /** For each version an example as it was written then, and what it is today. */
  examples: [version: number, stored: unknown, value: unknown][];
  damaged: unknown;
}

/** Version 0 is a bare value, as version 0.1.0 of the extension has written it. */
const CASES: Case[] = [
  {
    item: pausedItem,
    fallback: false,
    examples: [
      [0, true, true],
      [1, { version: 1, value: true }, true],
    ],
    damaged: 'true',
  },
  {
    item: offSitesItem,
    fallback: [],
    examples: [
      [0, ['http://localhost:3000'], ['http://localhost:3000']],
      [1, { version: 1, value: ['http://localhost:3000'] }, ['http://localhost:3000']],
    ],
    damaged: [7],
  },
  {
    item: currentProfileItem,
    fallback: null,
    examples: [[1, { version: 1, value: 'profile-1' }, 'profile-1']],
    damaged: { version: 1, value: 7 },
  },
  {
    item: seenVersionItem,
    fallback: null,
    examples: [[1, { version: 1, value: '0.1.0' }, '0.1.0']],
    damaged: { version: 1, value: 7 },
  },
  {
    item: choicesItem,
    fallback: {},
    examples: [[1, { version: 1, value: { 'a b': 'profile-1' } }, { 'a b': 'profile-1' }]],
    damaged: { version: 1, value: { 'a b': 7 } },
  },
  {
    item: settingsItem,
    fallback: DEFAULT_SETTINGS,
    examples: [
      [
        1,
        {
          version: 1,
          value: { autoLockMinutes: null, productionAutoLockMinutes: 1, lockWithSystem: false, writingMinutes: 5 },
        },
        { autoLockMinutes: null, productionAutoLockMinutes: 1, lockWithSystem: false, writingMinutes: 5 },
      ],
    ],
    damaged: { version: 1, value: { ...DEFAULT_SETTINGS, autoLockMinutes: 0 } },
  },
  {
    item: syncSettingsItem,
    fallback: false,
    examples: [[1, { version: 1, value: true }, true]],
    damaged: { version: 1, value: 'true' },
  },
  {
    item: settingsChangedItem,
    fallback: 0,
    examples: [[1, { version: 1, value: 7 }, 7]],
    damaged: { version: 1, value: '7' },
  },
  {
    item: profileOrderItem,
    fallback: [],
    examples: [[1, { version: 1, value: ['b', 'a'] }, ['b', 'a']]],
    damaged: { version: 1, value: [1] },
  },
];
const named = CASES.map((each) => [each.item.key, each] as const);
const store = (key: string, value: unknown) => fakeBrowser.storage.local.set({ [key.replace('local:', '')]: value });

beforeEach(() => {
  fakeBrowser.reset();
});

describe.each(named)('%s', (key, { item, fallback, examples, damaged }) => {
  it('has an example of each version that can still be read', () => {
    const { version, migrations = {} } = item.versioning;
    const first = version - Object.keys(migrations).length;
    const readable = Array.from({ length: version - first + 1 }, (_, index) => first + index);
    expect(examples.map(([each]) => each)).toEqual(readable);
  });

  it.each(examples)('reads version %i', async (_version, stored, value) => {
    await store(key, stored);
    expect(await item.getValue()).toEqual(value);
    expect(await setAsideItem.getValue()).toEqual({});
  });

  it('is set aside when it is damaged, or newer, and only it', async () => {
    await store('bystander', 'untouched');
    const newer = { version: item.versioning.version + 1, value: null };
    for (const [stored, reason] of [
      [damaged, 'damaged'],
      [newer, 'newer-version'],
    ] as const) {
      await store(key, stored);
      expect(await item.getValue()).toEqual(fallback);
      const aside = await setAsideItem.getValue();
      expect(aside).toEqual({ [key]: expect.objectContaining({ text: JSON.stringify(stored), reason }) });
      expect(Object.keys(await fakeBrowser.storage.local.get()).toSorted()).toEqual(['bystander', 'setAside']);
    }
  });

  it('is nothing outside its schema, whatever was stored', () => {
    const { schema } = item.versioning;
    const anyStored = fc.oneof(anyJson, fc.record({ version: fc.integer({ min: 0, max: 2 }), value: anyJson }));
    fc.assert(
      fc.property(anyStored, (stored) => {
        const reading = readVersioned(stored, item.versioning);
        expect(reading.ok ? v.is(schema, reading.value) : reading.reason).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });
});

it('every item on disk has versions, but those that are written anew at each start, or have a format of their own', () => {
  const sources = globSync('{utils,entrypoints,components}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !/\.test\.tsx?$|[\\/]testing[\\/]/.test(file))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(ROOT, file), 'utf8')] as const);
  const listKeys = (source: string, define: RegExp): string[] =>
    Array.from(source.matchAll(define), ([, key = '']) => key);
  const versioned = sources.flatMap(([, source]) =>
    listKeys(source, /defineVersionedItem(?:<.*?>)?\(\s*'(local:\w+)'/g),
  );
  const others = sources
    .filter(([file]) => file !== 'utils/platform/vault-storage.ts')
    .flatMap(([, source]) => listKeys(source, /defineItem(?:<.*?>)?\(\s*['`](local:[^'`]*)/g));
  expect(versioned.toSorted()).toEqual(CASES.map(({ item }) => item.key).toSorted());
  expect(others.toSorted()).toEqual(['local:${ARMED_PAGES_KEY}', 'local:setAside']);
  const handMade = sources.filter(([, source]) => /storage\.local\.set\(/.test(source)).map(([file]) => file);
  expect(handMade).toEqual([]);
});
