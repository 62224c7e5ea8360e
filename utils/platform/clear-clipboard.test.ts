import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installPermissions } from '../testing/fake-apis';
import { clearClipboardInTime } from './clear-clipboard';
import { CLIPBOARD_ALARM, clearClipboardLater } from './clipboard';
import { buildClipboardDigest } from './clipboard-digest';
import { copiedDigestItem } from './storage';

const SECRET = "curl --header 'Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA'\n";
let clipboard: string;
let opened: object[];
let permissions: ReturnType<typeof installPermissions>;
beforeEach(() => {
  fakeBrowser.reset();
  clipboard = SECRET;
  opened = [];
  permissions = installPermissions(['clipboardRead', 'clipboardWrite', 'offscreen']);
  vi.stubGlobal('navigator', {
    clipboard: {
      readText: async () => clipboard,
      writeText: async (text: string) => void (clipboard = text),
    },
  });
  Object.assign(fakeBrowser, { offscreen: { createDocument: async (asked: object) => void opened.push(asked) } });
  clearClipboardInTime();
});

const ring = (name: string) =>
  fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0, persistAcrossSessions: false });

async function passAMinute(): Promise<void> {
  await ring(CLIPBOARD_ALARM);
  await vi.waitFor(async () => expect(await copiedDigestItem.getValue()).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('in Firefox, the background', () => {
  beforeEach(() => {
    vi.stubEnv('FIREFOX', 'true');
  });

  it('clears the clipboard of the secret that was copied', async () => {
    await clearClipboardLater(SECRET);
    await passAMinute();
    expect(clipboard).toBe('');
  });

  it('knows it again with the line ends of Windows', async () => {
    await clearClipboardLater(SECRET);
    clipboard = SECRET.replaceAll('\n', '\r\n');
    await passAMinute();
    expect(clipboard).toBe('');
  });

  it('leaves what the user has copied since', async () => {
    await clearClipboardLater(SECRET);
    clipboard = 'a shopping list';
    await passAMinute();
    expect(clipboard).toBe('a shopping list');
  });

  it('leaves the secret, too, when the permission was taken back', async () => {
    await clearClipboardLater(SECRET);
    permissions.granted.clear();
    await passAMinute();
    expect(clipboard).toBe(SECRET);
  });

  it('reads nothing when nothing was copied', async () => {
    const read = vi.spyOn(navigator.clipboard, 'readText');
    await passAMinute();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('in Chrome, the background', () => {
  beforeEach(() => {
    vi.stubEnv('FIREFOX', '');
  });

  it('opens a document that does it, and tells it a digest alone', async () => {
    await clearClipboardLater(SECRET);
    await passAMinute();
    expect(opened).toMatchObject([
      { url: `clipboard.html#${await buildClipboardDigest(SECRET)}`, reasons: ['CLIPBOARD'] },
    ]);
  });

  it('does nothing at another alarm', async () => {
    await clearClipboardLater(SECRET);
    await ring('look');
    expect(opened).toEqual([]);
    expect(await copiedDigestItem.getValue()).not.toBeNull();
  });
});
