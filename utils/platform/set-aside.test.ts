import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSetAside, throwAwaySetAside } from './set-aside';
import { settingsItem } from './storage';
import { damagedVaultItem } from './vault-storage';
import { setAside } from './versioned-item';

beforeEach(() => {
  fakeBrowser.reset();
});
const damage = (value: unknown) => fakeBrowser.storage.local.set({ settings: value });

it('a damaged item is found with what it was, when and why; the newest first', async () => {
  vi.useFakeTimers({ now: 1000 });
  await damage('scrambled');
  await settingsItem.getValue();
  vi.setSystemTime(2000);
  await setAside('local:paused', { version: 9 }, 'newer-version');
  vi.useRealTimers();
  expect(await readSetAside()).toEqual([
    { key: 'local:paused', text: '{"version":9}', foundAtMs: 2000, reason: 'newer-version' },
    { key: 'local:settings', text: '"scrambled"', foundAtMs: 1000, reason: 'damaged' },
  ]);
});

it('one is thrown away, the others stay', async () => {
  await setAside('local:paused', 1, 'damaged');
  await setAside('local:settings', 2, 'damaged');
  await throwAwaySetAside('local:paused');
  expect((await readSetAside()).map(({ key }) => key)).toEqual(['local:settings']);
});

it.each([
  ['an entry', { 'local:paused': { text: 'x', foundAtMs: 'yesterday' } }, 'local:paused'],
  ['a time that is no date', { 'local:paused': { text: 'x', foundAtMs: 1e300, reason: 'damaged' } }, 'local:paused'],
  ['all of it', 'scrambled', 'local:setAside'],
])('damage to the list itself, here %s, is shown like any other and can be thrown away', async (_case, stored, key) => {
  await fakeBrowser.storage.local.set({ setAside: stored });
  expect(await readSetAside()).toEqual([{ key, text: expect.any(String), reason: 'damaged' }]);
  await throwAwaySetAside(key);
  expect(await readSetAside()).toEqual([]);
});

it('a damaged vault comes before all, and is thrown away alone', async () => {
  await damagedVaultItem.setValue({ version: 1, iv: 'flipped' });
  await setAside('local:paused', 1, 'damaged');
  expect(await readSetAside()).toMatchObject([
    { key: 'local:damagedVault', text: '{"version":1,"iv":"flipped"}', reason: 'damaged' },
    { key: 'local:paused' },
  ]);
  await throwAwaySetAside('local:damagedVault');
  expect((await readSetAside()).map(({ key }) => key)).toEqual(['local:paused']);
});
