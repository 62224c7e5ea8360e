import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { defineVersionedItem } from './versioned-item';

/** The version whose news the user has seen, or had no need to; null before the first start. */
export const seenVersionItem = defineVersionedItem<string | null>('local:seenVersion', {
  schema: v.nullable(v.string()),
  version: 1,
  fallback: null,
});

export type WelcomePlace = 'steps' | 'self-test' | 'new';

export const getVersion = (): string => browser.runtime.getManifest().version;

/** The address of the welcome page, or of one of its sections. */
export const getWelcomeUrl = (place: WelcomePlace = 'steps'): string =>
  browser.runtime.getURL(place === 'steps' ? 'welcome.html' : `welcome.html#${place}`);

/** The user needs not be told of this version's news any more. */
export const noteVersionSeen = (): Promise<void> => seenVersionItem.setValue(getVersion());

/** Opens the welcome page after the installation; after an update notes what is new. To be called at start. */
export function welcomeAtInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'install') void welcome();
    else if (reason === 'update') void noteUpdate(previousVersion);
  });
}

async function welcome(): Promise<void> {
  const [seen, { installType }] = await Promise.all([seenVersionItem.getValue(), browser.management.getSelf()]);
  // Installed again with all that was stored, as at each start of a temporary one: its user knows it.
  if (seen !== null) return;
  await noteVersionSeen();
  // An administrator's machines are not to open tabs that nobody asked for.
  if (installType !== 'admin') await browser.tabs.create({ url: getWelcomeUrl() });
}

/** Versions before this page existed have stored nothing. */
async function noteUpdate(previousVersion: string | undefined): Promise<void> {
  if ((await seenVersionItem.getValue()) === null) await seenVersionItem.setValue(previousVersion ?? getVersion());
}
