import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { damagedVaultItem } from './vault-storage';
import { type SetAside, setAsideItem } from './versioned-item';

/** An item that could not be read, with the key it was found at. */
export interface FoundDamage extends Pick<SetAside, 'text' | 'reason'> {
  key: string;
  /** Milliseconds since the epoch; undefined where nobody noted it. */
  foundAtMs?: number;
}

/** The same item, not taken at its word. */
const rawItem = storage.defineItem<unknown>(setAsideItem.key, { fallback: {} });

const SetAsideSchema = v.object({
  text: v.string(),
  // What a Date can be.
  foundAtMs: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  reason: v.picklist(['damaged', 'newer-version']),
});

/**
 * What was set aside, the newest first; before all a vault that was damaged and replaced by its copy. Damage may befall
 * the list itself, too: then it is shown as it is.
 */
export async function readSetAside(): Promise<FoundDamage[]> {
  const [entries, damagedVault] = await Promise.all([readEntries(), damagedVaultItem.getValue()]);
  const found = Object.entries(entries).map(([key, entry]): FoundDamage => {
    const reading = v.safeParse(SetAsideSchema, entry);
    return reading.success ? { key, ...reading.output } : buildDamage(key, entry);
  });
  const sorted = found.toSorted((a, b) => (b.foundAtMs ?? 0) - (a.foundAtMs ?? 0));
  return damagedVault === null ? sorted : [buildDamage(damagedVaultItem.key, damagedVault), ...sorted];
}

const buildDamage = (key: string, stored: unknown): FoundDamage => ({
  key,
  text: JSON.stringify(stored),
  reason: 'damaged',
});

/** Forgets one that was set aside, for good. */
export async function throwAwaySetAside(key: string): Promise<void> {
  if (key === damagedVaultItem.key) return damagedVaultItem.removeValue();
  const { [key]: _thrown, ...others } = await readEntries();
  await rawItem.setValue(others);
}

async function readEntries(): Promise<Record<string, unknown>> {
  const stored = await rawItem.getValue();
  const reading = v.safeParse(v.record(v.string(), v.unknown()), stored);
  return reading.success ? reading.output : { [setAsideItem.key]: stored };
}
