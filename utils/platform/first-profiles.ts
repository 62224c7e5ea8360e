import browser from 'webextension-polyfill';
import { buildFirstProfiles } from '@/utils/profiles/from-logins';
import type { Profile } from '@/utils/profiles/profile';
import { setAside } from './versioned-item';

const KEYS = ['rememberedForm', 'reaches'] as const;

/** The profiles of a first start: of what a version without profiles has stored, or one with the defaults. */
export async function readFirstProfiles(buildId: () => string): Promise<Profile[]> {
  const { rememberedForm, reaches } = await browser.storage.local.get([...KEYS]);
  const stored = { rememberedForm, reaches };
  const { profiles, damaged } = buildFirstProfiles(stored, buildId);
  for (const key of damaged) await setAside(`local:${key}`, stored[key], 'damaged');
  return profiles;
}

/** Forgets what they were made of, or it would bring them back when the user's last profile is gone. */
export function forgetFirstProfiles(): Promise<void> {
  return browser.storage.local.remove([...KEYS]);
}
