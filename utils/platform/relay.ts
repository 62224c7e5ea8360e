import type { Browser } from 'wxt/browser';
import { ARMED_PAGES_KEY, type ArmedPages } from '@/utils/injection/arming';
import { RELAY_QUESTION } from '@/utils/messages/page-protocol';

// For the page relay, which is in every page: uses what the browser offers natively, so that no polyfill ships there.
declare const chrome: typeof Browser;

/** Calls back with the armed pages, now and after every change. */
export function followArmedPages(callback: (armed: ArmedPages | undefined) => void): void {
  const read = async (): Promise<void> => {
    // Rejects once the extension was updated or removed; then there is nothing more to follow.
    const stored: Record<string, unknown> = await chrome.storage.local.get(ARMED_PAGES_KEY).catch(() => ({}));
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
