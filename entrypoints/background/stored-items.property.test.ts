import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPopupState } from '@/utils/platform/popup-state';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { readSetAside } from '@/utils/platform/set-aside';
import { anyJson } from '@/utils/testing/any-json';
import { API_ORIGIN } from '@/utils/testing/examples';
import { fuzz } from '@/utils/testing/fuzz-runs';
import { PROFILE } from '@/utils/testing/profile-examples';
import { askAsPopup, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

/** All that lies on disk; only the profile of its own key is needed to show something. */
const KEYS = [
  'profile:damaged',
  'profileOrder',
  'currentProfile',
  'choices',
  'settings',
  'settingsChanged',
  'syncSettings',
  'offSites',
  'paused',
  'seenVersion',
  'setAside',
  'armedPages',
  'unlockAttempts',
  'vault',
  'vaultCopy',
  'damagedVault',
];
/** What is kept as it is found: the vault is told of when it is opened, the others are written anew. */
const KEPT = new Set(['vault', 'vaultCopy', 'damagedVault', 'setAside', 'armedPages', 'unlockAttempts']);

const anyStored = fc.oneof(
  anyJson,
  anyJson.map((value) => ({ version: 1, value })),
  anyJson.map((value) => ({ version: 2, value })),
);
const anyDisk = fc.dictionary(fc.constantFrom(...KEYS), anyStored, { maxKeys: 4 });

const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
beforeEach(() => {
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('unhandledRejection', note);
});

it('Whatever lies on disk, the extension starts, tells what was damaged, and loses nothing else', async () => {
  const told: number[] = [];
  await fc.assert(
    fc.asyncProperty(anyDisk, async (disk) => {
      fakeBrowser.reset();
      unhandled.length = 0;
      installBackgroundApis(API_ORIGIN);
      await writeProfiles([PROFILE], []);
      const before = await fakeBrowser.storage.local.get();
      await fakeBrowser.storage.local.set(disk);
      await startBackground();
      expect(await askAsPopup('wakeUp')).toEqual({ res: undefined });
      expect((await readPopupState())?.profile).toEqual(PROFILE);
      const after = await fakeBrowser.storage.local.get();
      expect(after[`profile:${PROFILE.id}`]).toEqual(before[`profile:${PROFILE.id}`]);
      const aside = new Map((await readSetAside()).map(({ key, text }) => [key, text]));
      for (const [key, stored] of Object.entries(disk)) {
        // Is as if nothing were there.
        if (stored === null) continue;
        const isThere = JSON.stringify(after[key]) === JSON.stringify(stored);
        const isTold = aside.get(`local:${key}`) === JSON.stringify(stored);
        expect([key, isThere || isTold || KEPT.has(key)]).toEqual([key, true]);
      }
      told.push(aside.size);
      await new Promise((resolve) => setTimeout(resolve));
      expect(unhandled).toEqual([]);
    }),
    fuzz(20),
  );
  expect(Math.max(...told)).toBeGreaterThan(0);
});
