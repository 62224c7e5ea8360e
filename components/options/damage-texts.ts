import type { FoundDamage } from '@/utils/platform/set-aside';

const ITEMS: Readonly<Record<string, string>> = {
  damagedVault: 'The vault, as it was before its copy was opened',
  settings: 'Settings',
  settingsChanged: 'The time of the last change of the settings',
  syncSettings: 'Whether settings are synced',
  profileOrder: 'The order of the profiles',
  currentProfile: 'Which profile the popup shows',
  choices: 'Which profile is in force where several fit',
  offSites: 'The sites that are switched off',
  paused: 'Whether everything is paused',
};

/** What a stored item is, in the user's words; its key where there are none. */
export function getItemName(key: string): string {
  const name = key.replace(/^\w+:/, '');
  if (name.startsWith('profile:')) return `Profile ${name.slice('profile:'.length)}`;
  return ITEMS[name] ?? name;
}

/** Why it was set aside, and what that means. */
export function getReasonText(reason: FoundDamage['reason']): string {
  return reason === 'damaged'
    ? 'It was damaged: something in it is not as this extension writes it.'
    : 'A newer version of this extension has written it, which this one cannot read.';
}
