import type { FoundDamage } from '@/utils/platform/set-aside';
import { t, type TextKey } from '@/utils/platform/texts';

const ITEMS: Readonly<Record<string, TextKey>> = {
  damagedVault: 'problems.itemVault',
  settings: 'problems.itemSettings',
  settingsChanged: 'problems.itemSettingsChanged',
  syncSettings: 'problems.itemSyncSettings',
  profileOrder: 'problems.itemProfileOrder',
  currentProfile: 'problems.itemCurrentProfile',
  choices: 'problems.itemChoices',
  offSites: 'problems.itemOffSites',
  seenVersion: 'problems.itemSeenVersion',
  paused: 'problems.itemPaused',
};

export const REASON_TEXTS: Record<FoundDamage['reason'], TextKey> = {
  damaged: 'problems.damaged',
  'newer-version': 'problems.newerVersion',
};

/** What a stored item is, in the user's words; its key where there are none. */
export function getItemName(key: string): string {
  const name = key.replace(/^\w+:/, '');
  if (name.startsWith('profile:')) return t('problems.itemProfile', { id: name.slice('profile:'.length) });
  const text = Object.hasOwn(ITEMS, name) ? ITEMS[name] : undefined;
  return text === undefined ? name : t(text);
}
