import browser from 'webextension-polyfill';

/** True when the extension may read answers of this URL's host. Firefox users can take that away at any time. */
export function hasHostPermission(url: string): Promise<boolean> {
  // Match patterns know no port.
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
