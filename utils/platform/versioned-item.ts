import * as v from 'valibot';
import { storage, type StorageItemKey } from 'wxt/utils/storage';
import { createInTurn } from '@/utils/in-turn';

/** A stored item that could not be read, as it was found; kept until the user throws it away. */
export interface SetAside {
  /** What was stored, as JSON. */
  text: string;
  foundAtMs: number;
  reason: 'damaged' | 'newer-version';
}

/** By the item's key. */
export const setAsideItem = storage.defineItem<Readonly<Record<string, SetAside>>>('local:setAside', { fallback: {} });

export interface Versioning<T> {
  schema: v.GenericSchema<unknown, T>;
  /** The version that is written. */
  version: number;
  /** `migrations[n]` makes version n of version n − 1; version 0 is a bare value, as it was before there were versions. */
  migrations?: Readonly<Record<number, (value: unknown) => unknown>>;
}

const Envelope = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), value: v.unknown() });

export type VersionedReading<T> = { ok: true; value: T } | { ok: false; reason: SetAside['reason'] };

/** What is written for a value. */
export function buildEnvelope<T>(value: T, { version }: Versioning<T>): { version: number; value: T } {
  return { version, value };
}

/** Checks what was stored and brings it up to date. Never throws. */
export function readVersioned<T>(
  stored: unknown,
  { schema, version, migrations = {} }: Versioning<T>,
): VersionedReading<T> {
  const envelope = v.safeParse(Envelope, stored);
  let { version: at, value } = envelope.success ? envelope.output : { version: 0, value: stored };
  if (at > version) return { ok: false, reason: 'newer-version' };
  try {
    for (; at < version; at += 1) {
      const migrate = migrations[at + 1];
      if (!migrate) return { ok: false, reason: 'damaged' };
      value = migrate(value);
    }
    const reading = v.safeParse(schema, value);
    return reading.success ? { ok: true, value: reading.output } : { ok: false, reason: 'damaged' };
  } catch {
    // A migration that cannot make anything of what it finds.
    return { ok: false, reason: 'damaged' };
  }
}

/** Keeps what cannot be read where the user finds it, and makes room for what can. */
export function setAside(key: StorageItemKey, stored: unknown, reason: SetAside['reason']): Promise<void> {
  const text = JSON.stringify(stored);
  return inTurn(async () => {
    const now = await storage.getItem(key);
    // Whoever found it first has moved it; what is there by now may be good.
    if (now !== null && JSON.stringify(now) !== text) return;
    await setAsideItem.setValue({
      ...(await setAsideItem.getValue()),
      [key]: { text, foundAtMs: Date.now(), reason },
    });
    await storage.removeItem(key);
  });
}

/** Two damaged profiles are found at once, and neither may overwrite the record of the other. */
const inTurn = createInTurn();

export interface VersionedItem<T> {
  key: StorageItemKey;
  versioning: Versioning<T>;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  removeValue(): Promise<void>;
  watch(callback: (value: T, before: T) => void): () => void;
}

/** A stored item that outlives the extension's version: checked when it is read, set aside when it is damaged. */
export function defineVersionedItem<T>(
  key: StorageItemKey,
  definition: Versioning<T> & { fallback: T },
): VersionedItem<T> {
  const { fallback } = definition;
  const item = storage.defineItem<unknown>(key);
  const read = (stored: unknown): T => {
    const reading = stored === null ? undefined : readVersioned(stored, definition);
    return reading?.ok ? reading.value : fallback;
  };
  return {
    key,
    versioning: definition,
    async getValue() {
      const stored = await item.getValue();
      if (stored === null) return fallback;
      const reading = readVersioned(stored, definition);
      if (reading.ok) return reading.value;
      await setAside(key, stored, reading.reason);
      return fallback;
    },
    setValue: (value) => item.setValue(buildEnvelope(value, definition)),
    removeValue: () => item.removeValue(),
    watch: (callback) => item.watch((stored, before) => callback(read(stored), read(before))),
  };
}
