import browser from 'webextension-polyfill';
import { CLIPBOARD_ALARM, mayClearClipboard } from './clipboard';
import { isCopiedText } from './clipboard-digest';
import { copiedDigestItem } from './storage';

/** What Chrome has besides; the types do not know it. */
interface Offscreen {
  createDocument(document: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

/** Clears the clipboard in time, if it still holds what was copied. To be called at start, as the alarm may wake the background. */
export function clearClipboardInTime(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CLIPBOARD_ALARM) void clearCopied();
  });
}

async function clearCopied(): Promise<void> {
  const digest = await copiedDigestItem.getValue();
  if (digest === null) return;
  await copiedDigestItem.removeValue();
  if (!(await mayClearClipboard())) return;
  if (import.meta.env.FIREFOX) {
    // Firefox lets its background do it, as it has a document.
    if (await isCopiedText(await navigator.clipboard.readText(), digest)) await navigator.clipboard.writeText('');
    return;
  }
  const { offscreen } = browser as unknown as { offscreen: Offscreen };
  await offscreen.createDocument({
    url: `clipboard.html#${digest}`,
    reasons: ['CLIPBOARD'],
    justification: 'A copied access token is cleared from the clipboard after a minute.',
  });
}
