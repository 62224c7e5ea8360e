import { createInTurn } from '@/utils/in-turn';

export interface Stored<T> {
  getValue: () => Promise<T>;
  setValue: (value: T) => Promise<void>;
}

/**
 * Takes a stored record apart into entries that can be read and written alone. The writes go one after the other, so
 * that two entries which change at once do not undo each other; nobody else may write the record.
 */
export function createStoredEntries<T>(record: Stored<Readonly<Record<string, T>>>): {
  /** @param absent stands for an entry that is not there, and takes it away when it is set */
  getEntry: <Absent extends T | null>(key: string, absent: Absent) => Stored<T | Absent>;
} {
  const inTurn = createInTurn();
  return {
    getEntry: (key, absent) => ({
      async getValue() {
        const all = await record.getValue();
        return Object.hasOwn(all, key) ? (all[key] ?? absent) : absent;
      },
      setValue: (value) =>
        inTurn(async () => {
          const { [key]: _before, ...others } = await record.getValue();
          await record.setValue(value === absent || value === null ? others : { ...others, [key]: value });
        }),
    }),
  };
}
