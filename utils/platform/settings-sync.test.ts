import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { changeSettings, keepSettingsSynced, setSyncing, syncSettingsItem } from './settings-sync';
import { settingsItem } from './storage';

const NOW_MS = 1_000_000;
const { sync } = fakeBrowser.storage;
const set = sync.set.bind(sync);
const remote = { ...DEFAULT_SETTINGS, autoLockMinutes: 33 };
const buildCopy = (changedAtMs: number, settings: object = remote) => ({
  version: 1,
  value: { settings, changedAtMs },
});
const readAccount = () => sync.get();
/** Another browser of the account writes; the settings here are given the time to follow. */
async function writeElsewhere(settings: unknown): Promise<void> {
  await set({ settings });
  await setSyncing(true);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW_MS });
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(sync, { set });
});

describe('switched off, as at first, syncing', () => {
  it('gives the account nothing', async () => {
    keepSettingsSynced();
    await changeSettings({ writingMinutes: 3 });
    expect(await readAccount()).toEqual({});
  });

  it('takes nothing over', async () => {
    keepSettingsSynced();
    await set({ settings: buildCopy(NOW_MS + 1) });
    await changeSettings({ writingMinutes: 3 });
    expect(await settingsItem.getValue()).toEqual({ ...DEFAULT_SETTINGS, writingMinutes: 3 });
  });
});

describe('switched on, syncing', () => {
  it('gives the account the settings and their time, and nothing else', async () => {
    await setSyncing(true);
    await changeSettings({ writingMinutes: 3 });
    expect(await readAccount()).toEqual({
      settings: buildCopy(NOW_MS, { ...DEFAULT_SETTINGS, writingMinutes: 3 }),
    });
  });

  it('gives what was changed before', async () => {
    await changeSettings({ writingMinutes: 3 });
    await setSyncing(true);
    expect(await readAccount()).toMatchObject({ settings: { value: { settings: { writingMinutes: 3 } } } });
  });

  it('gives nothing where nothing was ever changed', async () => {
    await setSyncing(true);
    expect(await readAccount()).toEqual({});
  });

  it('takes over what is newer, also while the extension sleeps through the change', async () => {
    await changeSettings({ writingMinutes: 3 });
    await writeElsewhere(buildCopy(NOW_MS + 1));
    expect(await settingsItem.getValue()).toEqual(remote);
    expect(await readAccount()).toEqual({ settings: buildCopy(NOW_MS + 1) });
  });

  it('overwrites what is older', async () => {
    await changeSettings({ writingMinutes: 3 });
    await writeElsewhere(buildCopy(NOW_MS - 1));
    expect(await settingsItem.getValue()).toMatchObject({ writingMinutes: 3 });
    expect(await readAccount()).toMatchObject({ settings: { value: { changedAtMs: NOW_MS } } });
  });

  it('follows a change at once, and writes nothing back', async () => {
    keepSettingsSynced();
    // After the comparison at start, as one comes after the other.
    await setSyncing(true);
    const written = vi.fn<typeof set>(set);
    Object.assign(sync, { set: written });
    await set({ settings: buildCopy(NOW_MS) });
    await vi.waitFor(async () => expect(await settingsItem.getValue()).toEqual(remote));
    await setSyncing(true);
    expect(written).not.toHaveBeenCalled();
  });

  it('lets a later change win, also over one from a clock that is ahead', async () => {
    const ahead = NOW_MS + 1_000_000_000;
    await writeElsewhere(buildCopy(ahead));
    await changeSettings({ autoLockMinutes: 2 });
    await setSyncing(true);
    expect(await settingsItem.getValue()).toMatchObject({ autoLockMinutes: 2 });
    expect(await readAccount()).toMatchObject({ settings: { value: { changedAtMs: ahead + 1 } } });
  });

  it.each([
    ['a setting that cannot be', buildCopy(NOW_MS + 1, { ...remote, autoLockMinutes: 0 })],
    ['one that is missing', buildCopy(NOW_MS + 1, { autoLockMinutes: 33 })],
    ['a time after which nothing could come', buildCopy(1e300)],
    ['anything else', 'scrambled'],
  ])('takes over nothing of a copy with %s, and replaces it at the next change', async (_case, damaged) => {
    await writeElsewhere(damaged);
    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
    await changeSettings({ writingMinutes: 3 });
    expect(await readAccount()).toMatchObject({ settings: { value: { settings: { writingMinutes: 3 } } } });
  });

  it('leaves alone what a newer version of the extension has written', async () => {
    const newer = { version: 2, value: 'unknown' };
    await writeElsewhere(newer);
    await changeSettings({ writingMinutes: 3 });
    expect(await readAccount()).toEqual({ settings: newer });
  });

  it('takes over settings alone, whatever lies beside them', async () => {
    await writeElsewhere(buildCopy(NOW_MS, { ...remote, password: 'A3ddj3w' }));
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('A3ddj3w');
  });

  it('loses no change of two at the same time', async () => {
    await Promise.all([changeSettings({ writingMinutes: 3 }), changeSettings({ autoLockMinutes: null })]);
    expect(await settingsItem.getValue()).toMatchObject({ writingMinutes: 3, autoLockMinutes: null });
  });

  it('keeps a change here when the account cannot be reached, and gives it at the next start', async () => {
    await setSyncing(true);
    Object.assign(sync, { set: () => Promise.reject(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE')) });
    await changeSettings({ writingMinutes: 3 });
    expect(await settingsItem.getValue()).toMatchObject({ writingMinutes: 3 });
    Object.assign(sync, { set });
    keepSettingsSynced();
    await vi.waitFor(async () => expect(await readAccount()).toHaveProperty('settings'));
  });
});

it('switched off, the account’s copy is gone and the settings stay', async () => {
  await setSyncing(true);
  await changeSettings({ writingMinutes: 3 });
  await setSyncing(false);
  expect(await readAccount()).toEqual({});
  expect(await settingsItem.getValue()).toMatchObject({ writingMinutes: 3 });
});

it('where the browser’s sync does not work, syncing says so and stays off', async () => {
  await changeSettings({ writingMinutes: 3 });
  Object.assign(sync, { set: () => Promise.reject(new Error('Sync is disabled')) });
  await expect(setSyncing(true)).rejects.toThrow('Sync is disabled');
  expect(await syncSettingsItem.getValue()).toBe(false);
});
