import browser from 'webextension-polyfill';
import { buildHostPattern } from '@/utils/injection/host-pattern';
import { isKnetikCloudHost } from '@/utils/oauth2/base-url';

/** True when the extension may see and change requests to these hosts. The user can take that away at any time. */
export function hasHostPermission(...urls: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: urls.map(buildHostPattern) });
}

/**
 * Asks the user for these hosts, unless there are none. To be called in answer to a click, before anything is waited for.
 * @returns false when the user said no
 */
export function askForHosts(urls: readonly string[]): Promise<boolean> {
  if (urls.length === 0) return Promise.resolve(true);
  const asking = browser.permissions.request({ origins: urls.map(buildHostPattern) });
  // It rejects where the browser takes no question; then what counts is what was allowed before.
  return asking.catch(() => hasHostPermission(...urls));
}

/** Gives the permission for an origin's host back, unless one of the origins that are left is on it, too. */
export async function releaseHost(origin: string, left: readonly string[]): Promise<void> {
  const pattern = buildHostPattern(origin);
  // KnetikCloud's hosts came with the installation and are not for giving back.
  const isNeeded = isKnetikCloudHost(new URL(origin).hostname) || left.map(buildHostPattern).includes(pattern);
  if (!isNeeded) await browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when a permission was given or taken, here or in the browser's settings; returns the way to stop that. */
export function watchPermissions(callback: () => void): () => void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
  for (const event of events) event.addListener(callback);
  return () => {
    for (const event of events) event.removeListener(callback);
  };
}
