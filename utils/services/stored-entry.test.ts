import { expect, it } from 'vitest';
import { buildStored } from '../testing/fake-keeper-ports';
import { createStoredEntries } from './stored-entry';

const ABSENT = { count: 0 };
type Count = typeof ABSENT;

function build(record: Readonly<Record<string, Count>> = {}) {
  const stored = buildStored(record);
  const { getEntry } = createStoredEntries(stored);
  return { stored, a: getEntry('a', ABSENT), b: getEntry('b', null) };
}

it('an entry is read alone, and another stands for it while it is not there', async () => {
  const { a, b } = build({ a: { count: 1 } });
  expect([await a.getValue(), await b.getValue()]).toEqual([{ count: 1 }, null]);
  expect(await build().a.getValue()).toBe(ABSENT);
});

it('an entry that is written leaves the others as they are', async () => {
  const { stored, b } = build({ a: { count: 1 } });
  await b.setValue({ count: 2 });
  expect(stored.value).toEqual({ a: { count: 1 }, b: { count: 2 } });
});

it.each([['what stands for absence', 'a', ABSENT] as const, ['null', 'b', null] as const])(
  'an entry set to %s is taken away',
  async (_case, key, absent) => {
    const { stored, ...entries } = build({ a: { count: 1 }, b: { count: 2 }, c: { count: 3 } });
    await (key === 'a' ? entries.a.setValue(ABSENT) : entries.b.setValue(null));
    expect(Object.keys(stored.value)).toEqual(['a', 'b', 'c'].filter((each) => each !== key));
    expect(await entries[key].getValue()).toBe(absent);
  },
);

it('two entries that change at once do not undo each other', async () => {
  const { stored, a, b } = build();
  await Promise.all([a.setValue({ count: 1 }), b.setValue({ count: 2 }), a.setValue({ count: 3 })]);
  expect(stored.value).toEqual({ a: { count: 3 }, b: { count: 2 } });
});

it.each(['toString', 'constructor', '__proto__'])(
  'an entry may be called %s like a member of every object',
  async (key) => {
    const stored = buildStored<Readonly<Record<string, Count>>>({});
    const entry = createStoredEntries(stored).getEntry(key, ABSENT);
    expect(await entry.getValue()).toBe(ABSENT);
    await entry.setValue({ count: 1 });
    expect([await entry.getValue(), Object.keys(stored.value)]).toEqual([{ count: 1 }, [key]]);
  },
);
