import browser from 'webextension-polyfill';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { readShortcut } from './commands';
import { hasHostPermission, watchPermissions } from './permissions';
import { readApiOrigin } from './self-test-ports';
import { activityItem, tokenStatesItem } from './storage';

/** What decides how far a newcomer has come. */
export interface FirstSteps {
  /** The API of the profile that the popup shows. */
  origin: string;
  hasHostAccess: boolean;
  /** Undefined where the browser does not tell. */
  isOnToolbar: boolean | undefined;
  /** That open the popup, as the browser spells them; undefined where it has none. */
  keys: string | undefined;
  isLoggedIn: boolean;
  /** A request that carried the token was answered with a 2xx. */
  hasSucceeded: boolean;
}

export async function readFirstSteps(): Promise<FirstSteps> {
  const [origin, isOnToolbar, keys, states, activity] = await Promise.all([
    readApiOrigin(),
    readIsOnToolbar(),
    readShortcut('_execute_action'),
    tokenStatesItem.getValue(),
    activityItem.getValue(),
  ]);
  return {
    origin,
    hasHostAccess: await hasHostPermission(origin),
    isOnToolbar,
    keys,
    isLoggedIn: Object.values(states).some((state) => getHeldToken(state) !== undefined),
    hasSucceeded: (activity ?? []).some(
      ({ verdict, status = 0 }) => verdict === 'sent' && status >= 200 && status < 300,
    ),
  };
}

/** Calls back whenever any of that may have changed; returns the way to stop that. */
export function watchFirstSteps(callback: () => void): () => void {
  const { onUserSettingsChanged } = browser.action;
  browser.storage.onChanged.addListener(callback);
  // Not every browser tells of the pin; whoever has pinned comes back to this page.
  onUserSettingsChanged?.addListener(callback);
  addEventListener('focus', callback);
  const stopWatchingPermissions = watchPermissions(callback);
  return () => {
    browser.storage.onChanged.removeListener(callback);
    onUserSettingsChanged?.removeListener(callback);
    removeEventListener('focus', callback);
    stopWatchingPermissions();
  };
}

/** Asks for the hosts that come with the installation. To be called in answer to a click. */
export function askForOwnHosts(): Promise<boolean> {
  const origins = browser.runtime.getManifest().host_permissions ?? [];
  return browser.permissions.request({ origins }).catch(() => false);
}

/** Opens the page of an API where its calls can be tried. */
export async function openApiPage(origin: string): Promise<void> {
  await browser.tabs.create({ url: `${origin}/swagger-ui.html` });
}

async function readIsOnToolbar(): Promise<boolean | undefined> {
  const settings = await browser.action.getUserSettings?.();
  return settings?.isOnToolbar;
}
