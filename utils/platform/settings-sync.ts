import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { storage } from 'wxt/utils/storage';
import { createInTurn } from '@/utils/in-turn';
import { type Settings, SettingsSchema } from '@/utils/profiles/settings';
import { settingsItem } from './storage';
import { buildEnvelope, defineVersionedItem, readVersioned, type Versioning } from './versioned-item';

/** Whether the user wants the settings synced by the browser's account. Of this browser alone: never synced itself. */
export const syncSettingsItem = defineVersionedItem<boolean>('local:syncSettings', {
  schema: v.boolean(),
  version: 1,
  fallback: false,
});

/** When the settings here were changed, in milliseconds since the epoch; 0 for never. */
export const settingsChangedItem = defineVersionedItem<number>('local:settingsChanged', {
  schema: v.number(),
  version: 1,
  fallback: 0,
});

/** ECMA-262 §21.4.1.1. Numbers far beyond it are as big as themselves plus one, and no change could ever be newer. */
const LAST_DATE_MS = 8.64e15;

/** What the account keeps: settings and their time. No secret, no profile, no choice of a page. */
const CopySchema = v.object({
  settings: SettingsSchema,
  changedAtMs: v.pipe(v.number(), v.minValue(1), v.maxValue(LAST_DATE_MS)),
});
type Copy = v.InferOutput<typeof CopySchema>;
const COPY: Versioning<Copy> = { schema: CopySchema, version: 1 };
const COPY_KEY = 'settings';
const copyItem = storage.defineItem<unknown>(`sync:${COPY_KEY}`);

/** Each of these reads before it writes. */
const inTurn = createInTurn();

/** Changes some settings. Resolves when they are stored here; the account gets them when it can. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return inTurn(async () => {
    const [settings, before] = await Promise.all([settingsItem.getValue(), settingsChangedItem.getValue()]);
    // Later than what was taken over, also where that came from a clock that is ahead: otherwise it would come back.
    await writeSettings({ settings: { ...settings, ...change }, changedAtMs: Math.max(Date.now(), before + 1) });
    await compareWithAccount().catch(leaveToNextStart);
  });
}

/**
 * Switches syncing on or off. On: the newer of both settings is in force, here and there. Off: the account's copy is
 * removed, so that nothing stays there unasked; a browser where it is still on puts its own there again.
 * Rejects when the browser's sync does not work, and is off then.
 */
export function setSyncing(on: boolean): Promise<void> {
  return inTurn(async () => {
    if (!on) {
      await syncSettingsItem.setValue(false);
      return copyItem.removeValue();
    }
    await syncSettingsItem.setValue(true);
    try {
      await compareWithAccount();
    } catch (error) {
      await syncSettingsItem.setValue(false);
      throw error;
    }
  });
}

/** Takes over what other browsers of the account change. Must be called synchronously at start: a change wakes the background. */
export function keepSettingsSynced(): void {
  const compare = (): void => void inTurn(compareWithAccount).catch(leaveToNextStart);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && COPY_KEY in changes) compare();
  });
  compare();
}

/** The settings here hold, whatever the account does; the next start compares again. */
const leaveToNextStart = (): void => {};

/** Makes the newer settings those of both sides. What is written here changes neither side's time, so it ends here. */
async function compareWithAccount(): Promise<void> {
  if (!(await syncSettingsItem.getValue())) return;
  const [settings, changedAtMs, stored] = await Promise.all([
    settingsItem.getValue(),
    settingsChangedItem.getValue(),
    copyItem.getValue(),
  ]);
  const reading = readVersioned(stored, COPY);
  // Of a newer version of this extension, elsewhere: not understood here, so not overwritten.
  if (!reading.ok && reading.reason === 'newer-version') return;
  const copiedAtMs = reading.ok ? reading.value.changedAtMs : 0;
  if (reading.ok && copiedAtMs > changedAtMs) await writeSettings(reading.value);
  if (copiedAtMs < changedAtMs) await copyItem.setValue(buildEnvelope({ settings, changedAtMs }, COPY));
}

/** In one call, so that settings and time change together or not at all. */
async function writeSettings({ settings, changedAtMs }: Copy): Promise<void> {
  await storage.setItems([
    { key: settingsItem.key, value: buildEnvelope(settings, settingsItem.versioning) },
    { key: settingsChangedItem.key, value: buildEnvelope(changedAtMs, settingsChangedItem.versioning) },
  ]);
}
