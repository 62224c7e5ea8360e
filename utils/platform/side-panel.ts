import browser from 'webextension-polyfill';

/** What Chromium has in place of Firefox's sidebar; the polyfill passes it on and does not know its type. */
interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}

const PAGE = '/sidepanel.html';

function getSidePanelApi(): SidePanelApi | undefined {
  return 'sidePanel' in browser ? (browser.sidePanel as SidePanelApi) : undefined;
}

/** True where there is a side panel or sidebar, and this page is not in it already. */
export function canOpenSidePanel(): boolean {
  const isThere = import.meta.env.FIREFOX ? 'sidebarAction' in browser : getSidePanelApi() !== undefined;
  return isThere && location.pathname !== PAGE;
}

/**
 * Opens the side panel or sidebar. To be called in answer to a click, before anything is waited for.
 * @param windowId the window of the click; by default the one in which this page is
 */
export async function openSidePanel(windowId: number = browser.windows.WINDOW_ID_CURRENT): Promise<void> {
  // Firefox opens it in the window of the click.
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  await getSidePanelApi()?.open({ windowId });
}

/** Opens it in place of the popup: a popup at the toolbar would cover the page for nothing. One in a tab stays. */
export async function moveToSidePanel(): Promise<void> {
  await openSidePanel();
  if ((await browser.tabs.getCurrent()) === undefined) close();
}
