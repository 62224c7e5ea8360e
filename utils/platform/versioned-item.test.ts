import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anyJson } from '../testing/any-json';
import { RECEIVED_AT_MS } from '../testing/examples';
import {
  buildEnvelope,
  defineVersionedItem,
  readVersioned,
  setAside,
  setAsideItem,
  type Versioning,
} from './versioned-item';

/** Was a bare number, then a text, and is a list of texts. */
const VERSIONING: Versioning<readonly string[]> = {
  schema: v.array(v.string()),
  version: 2,
  migrations: {
    1: (bare) => v.parse(v.number(), bare).toString(),
    2: (text) => [text],
  },
};
const KEY = 'local:item';
const item = defineVersionedItem(KEY, { ...VERSIONING, fallback: [] });
const store = (value: unknown) => fakeBrowser.storage.local.set({ item: value });
const readStored = async (): Promise<unknown> => (await fakeBrowser.storage.local.get('item'))['item'];

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: RECEIVED_AT_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what was stored', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['as a bare value, before there were versions', 7, ['7']],
    ['as an older version', { version: 1, value: '7' }, ['7']],
    ['as this version', { version: 2, value: ['7', '8'] }, ['7', '8']],
  ])('%s is brought up to date', async (_case, stored, value) => {
    await store(stored);
    expect(await item.getValue()).toEqual(value);
    expect(await setAsideItem.getValue()).toEqual({});
  });

  it.each<[string, unknown, string]>([
    ['is of a newer version', { version: 3, value: ['7'] }, 'newer-version'],
    ['is not what its version says', { version: 2, value: [7] }, 'damaged'],
    ['has half an envelope', { version: 2 }, 'damaged'],
    ['has a version that is no number', { version: '2', value: ['7'] }, 'damaged'],
    ['has half a version', { version: 1.5, value: '7' }, 'damaged'],
    ['cannot be migrated', 'seven', 'damaged'],
  ])('and %s is set aside as it was found, and room is made', async (_case, stored, reason) => {
    await store(stored);
    expect(await item.getValue()).toEqual([]);
    const entry = { text: JSON.stringify(stored), foundAtMs: RECEIVED_AT_MS, reason };
    expect([await setAsideItem.getValue(), await readStored()]).toEqual([{ [KEY]: entry }, undefined]);
  });

  it('is written in this version, and read again', async () => {
    await item.setValue(['7']);
    expect([await readStored(), await item.getValue()]).toEqual([buildEnvelope(['7'], VERSIONING), ['7']]);
    await item.removeValue();
    expect(await item.getValue()).toEqual([]);
  });

  it('never throws, and never is a value outside the schema, whatever it is', () => {
    const anyEnvelope = fc.record({ version: fc.oneof(fc.integer({ min: -1, max: 4 }), anyJson), value: anyJson });
    fc.assert(
      fc.property(fc.oneof(anyJson, anyEnvelope), (stored) => {
        const reading = readVersioned(stored, VERSIONING);
        expect(reading.ok ? v.is(VERSIONING.schema, reading.value) : reading.reason).toBeTruthy();
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot be read without a migration from its version', () => {
    expect(readVersioned(['7'], { schema: VERSIONING.schema, version: 1 })).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('setting aside', () => {
  it('keeps each of several that are found at the same time', async () => {
    await fakeBrowser.storage.local.set({ a: 1, b: 2 });
    await Promise.all([setAside('local:a', 1, 'damaged'), setAside('local:b', 2, 'newer-version')]);
    expect(await setAsideItem.getValue()).toMatchObject({
      'local:a': { text: '1', reason: 'damaged' },
      'local:b': { text: '2', reason: 'newer-version' },
    });
  });

  it('leaves alone what was written since it was found', async () => {
    await store({ version: 2, value: ['good'] });
    await setAside(KEY, 'damaged', 'damaged');
    expect([await item.getValue(), await setAsideItem.getValue()]).toEqual([['good'], {}]);
  });
});

it('who watches is told values, of whatever version was stored before', async () => {
  const seen: unknown[] = [];
  await store(7);
  const stop = item.watch((value, before) => seen.push([value, before]));
  await item.setValue(['8']);
  await store('damaged');
  stop();
  await item.setValue(['9']);
  expect(seen).toEqual([
    [['8'], ['7']],
    [[], ['8']],
  ]);
});
