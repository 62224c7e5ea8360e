import browser, { type Manifest } from 'webextension-polyfill';
import { buildClipboardDigest } from './clipboard-digest';
import { copiedDigestItem } from './storage';

/** The background's alarm for it. */
export const CLIPBOARD_ALARM = 'clear-clipboard';
const CLEAR_AFTER_MS = 60_000;

/** To read the clipboard and to write it without a click; Chrome has no place in the background for either, but this. */
const buildPermissions = (): { permissions: Manifest.OptionalPermission[] } => {
  const permissions = ['clipboardRead', 'clipboardWrite', ...(import.meta.env.FIREFOX ? [] : ['offscreen'])];
  // The types do not know Chrome's own.
  return { permissions: permissions as Manifest.OptionalPermission[] };
};

/** True when the user wants copied secrets to be cleared: the permission itself is the setting. */
export function mayClearClipboard(): Promise<boolean> {
  return browser.permissions.contains(buildPermissions());
}

/** Asks the user for the permission, or gives it back. To be called in answer to a click. */
export function setClearingClipboard(wanted: boolean): Promise<boolean> {
  return wanted ? browser.permissions.request(buildPermissions()) : browser.permissions.remove(buildPermissions());
}

/**
 * To be called when a secret was copied. If the user wants that, the clipboard is cleared of it after a minute, also when
 * the page that copied it is gone, but only while it still is what the clipboard holds.
 */
export async function clearClipboardLater(copied: string): Promise<void> {
  if (!(await mayClearClipboard())) return;
  await copiedDigestItem.setValue(await buildClipboardDigest(copied));
  await browser.alarms.create(CLIPBOARD_ALARM, { when: Date.now() + CLEAR_AFTER_MS });
}
