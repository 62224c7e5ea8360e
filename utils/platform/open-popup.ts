import browser from 'webextension-polyfill';

/** Opens the popup at the toolbar; false where the browser does that for nobody but the user, or has no window for it. */
export function openPopupAtToolbar(): Promise<boolean> {
  return browser.action.openPopup().then(
    () => true,
    () => false,
  );
}

/** Opens the popup at the toolbar, or else in a tab. */
export async function openPopup(): Promise<void> {
  if (!(await openPopupAtToolbar())) await openPopupPage();
}

/** Opens the popup in a tab. `query`: what it is to begin with. */
export async function openPopupPage(query: Record<string, string> = {}): Promise<void> {
  const search = new URLSearchParams(query).toString();
  await browser.tabs.create({ url: browser.runtime.getURL(`popup.html${search && `?${search}`}`) });
}
