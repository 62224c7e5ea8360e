// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildClipboardDigest } from './clipboard-digest';
import { clearCopiedInDocument } from './offscreen-clipboard';

const TOKEN = '2YotnFZFEjr1zCsicMWpAA';

/** What each look at the clipboard finds, the last of them from then on; emptied by the page's own copying. */
let found: string[];

beforeEach(() => {
  vi.useFakeTimers();
  document.execCommand = (command) => {
    if (command === 'paste') {
      const area = document.activeElement;
      if (area instanceof HTMLTextAreaElement) area.value = found[0] ?? '';
      if (found.length > 1) found.shift();
    } else if (!document.dispatchEvent(new Event('copy', { cancelable: true }))) found = [''];
    return true;
  };
});
afterEach(() => {
  vi.useRealTimers();
});

async function clear(): Promise<string | undefined> {
  const clearing = clearCopiedInDocument(document, await buildClipboardDigest(TOKEN));
  // The digests are made elsewhere, and need time of their own.
  for (let turns = 0; turns < 20; turns += 1) {
    await vi.advanceTimersByTimeAsync(100);
    await crypto.subtle.digest('SHA-256', new Uint8Array());
  }
  await clearing;
  return found[0];
}

it.each([
  ['what was copied', [TOKEN], ''],
  ['what was copied, also when another program holds the clipboard at first', ['', '', TOKEN], ''],
  ['nothing that was copied since', ['a shopping list'], 'a shopping list'],
])('clears %s', async (_case, looks, left) => {
  found = looks;
  expect(await clear()).toBe(left);
});
