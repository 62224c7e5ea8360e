import browser from 'webextension-polyfill';

/** The match pattern of an origin's host. Patterns know no port. */
export function buildHostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** True when the extension may see and change requests to these hosts. The user can take that away at any time. */
export function hasHostPermission(...urls: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: urls.map(buildHostPattern) });
}

/** Asks the user for these hosts. To be called in answer to a click, before anything is waited for. */
export function requestHostPermission(...urls: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: urls.map(buildHostPattern) });
}

/** Calls back when a permission was given or taken, here or in the browser's settings; returns the way to stop that. */
export function watchPermissions(callback: () => void): () => void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
  for (const event of events) event.addListener(callback);
  return () => {
    for (const event of events) event.removeListener(callback);
  };
}
