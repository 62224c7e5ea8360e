import type { Browser } from 'wxt/browser';
import { ARMED_PAGES_KEY, type ArmedPages } from '@/utils/injection/arming';
import { type PageProtocol, RELAY_QUESTION } from '@/utils/messages/page-protocol';

// For the page relay, which is in every page: uses what the browser offers natively, so that no polyfill ships there.
declare const chrome: typeof Browser;

/** How long the requests of a page may wait until it is known whether it is armed. */
const PATIENCE_MS = 500;

/**
 * Calls back with the armed pages, now and after every change.
 * @param onSlow called when that takes so long that nobody should wait for it
 */
export function followArmedPages(callback: (armed: ArmedPages | undefined) => void, onSlow: () => void): void {
  const read = async (): Promise<void> => {
    const impatience = setTimeout(onSlow, PATIENCE_MS);
    // Rejects once the extension was updated or removed; then there is nothing more to follow.
    const stored: Record<string, unknown> = await chrome.storage.local.get(ARMED_PAGES_KEY).catch(() => ({}));
    clearTimeout(impatience);
    callback(stored[ARMED_PAGES_KEY] as ArmedPages | undefined);
  };
  chrome.storage.local.onChanged.addListener((changes) => {
    const change = changes[ARMED_PAGES_KEY];
    if (change) callback(change.newValue as ArmedPages | undefined);
  });
  // A page in the back/forward cache hears no changes.
  addEventListener('pageshow', (event) => {
    if (event.persisted) void read();
  });
  void read();
}

/** Answers the popup's question whether this tab has a relay. */
export function answerRelayQuestion(): void {
  chrome.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    if (message === RELAY_QUESTION) sendResponse(true);
  });
}

/** Asks the background as `PageProtocol` says; undefined when there is nobody to ask any more. */
export async function askFromPage<K extends keyof PageProtocol>(
  type: K,
  ...[data]: Parameters<PageProtocol[K]>
): Promise<boolean | undefined> {
  for (let asks = 0; asks < 3; asks += 1) {
    try {
      // The shape is that of the messaging library, which is too large for every page.
      const message = { id: 0, type, data, timestamp: Date.now() };
      const { res } = (await chrome.runtime.sendMessage(message)) as { res?: boolean };
      return res;
    } catch {
      // The background was stopped before it answered. The next message starts it anew.
    }
  }
  return undefined;
}
