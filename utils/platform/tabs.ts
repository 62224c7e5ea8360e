import browser from 'webextension-polyfill';
import { RELAY_QUESTION } from '@/utils/messages/page-protocol';

/** The tab in front of the user; `url` is absent where the extension has no permission for its host. */
export interface ActiveTab {
  id: number;
  url?: string;
  /** False when the page was opened before the extension: its requests cannot be marked until it is reloaded. */
  hasRelay: boolean;
}

export async function getActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, ...(tab.url !== undefined && { url: tab.url }), hasRelay: await hasRelay(tab.id) };
}

/** Calls back whenever a tab was loaded or another one came to the front; returns the way to stop that. */
export function watchActiveTab(callback: () => void): () => void {
  browser.tabs.onUpdated.addListener(callback);
  browser.tabs.onActivated.addListener(callback);
  return () => {
    browser.tabs.onUpdated.removeListener(callback);
    browser.tabs.onActivated.removeListener(callback);
  };
}

export function reloadTab(id: number): Promise<void> {
  return browser.tabs.reload(id);
}

/** Opens the options page, in a tab of its own or the one where it is open already. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Opens the options page where it imports, with the address of a page whose API may describe itself. */
export async function openImport(from: string): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(`options.html?${new URLSearchParams({ from })}#import-export`),
  });
}

/** True when the page of this tab hears of what is in force. */
export async function hasRelay(tabId: number): Promise<boolean> {
  // Firefox adds the header without a page script.
  if (import.meta.env.FIREFOX) return true;
  return browser.tabs.sendMessage(tabId, RELAY_QUESTION, { frameId: 0 }).then(
    (answer) => answer === true,
    () => false,
  );
}
