import type { Profile } from '../../utils/profiles/profile';
import type { Popup } from './popup.ts';

/** Adds a profile by the popup's own button, and shows it. */
export async function addProfile(popup: Popup): Promise<void> {
  await openSwitcher(popup);
  await popup.press('New profile');
  await popup.page.waitForSelector('.profile-panel', { hidden: true });
  await popup.page.waitForFunction(() =>
    document.querySelector('.current-profile')?.textContent.includes('New profile'),
  );
}

/** All profiles, as they are stored. */
export async function readProfiles(popup: Popup): Promise<Profile[]> {
  const local = await popup.readStorage('local');
  const keys = Object.keys(local).filter((key) => key.startsWith('profile:'));
  return keys.map((key) => (local[key] as { value: Profile }).value);
}

/** Marks the only profile, as the options page would. */
export async function markAsProduction(popup: Popup): Promise<void> {
  const [profile] = await readProfiles(popup);
  if (!profile) throw new Error('There is no profile.');
  const { id, ...rest } = profile;
  await popup.ask('changeProfiles', { kind: 'save', id, profile: { ...rest, isProduction: true, colour: 'red' } });
  await popup.waitForText('PRODUCTION');
}

/** Ctrl+K, whose panel has the focus. */
async function openSwitcher(popup: Popup): Promise<void> {
  await popup.page.bringToFront();
  await popup.page.keyboard.down('Control');
  await popup.page.keyboard.press('k');
  await popup.page.keyboard.up('Control');
  await popup.page.waitForSelector('aria/Find a profile[role="combobox"]');
}

/** Switches by its place in the list: two keystrokes. */
export async function switchTo(popup: Popup, place: number): Promise<void> {
  await openSwitcher(popup);
  await popup.page.keyboard.press(`${place}` as '1');
  await popup.page.waitForSelector('.profile-panel', { hidden: true });
}
