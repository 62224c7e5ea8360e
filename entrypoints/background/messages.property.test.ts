import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { anyMessage, anyStranger, POPUP } from '@/utils/testing/any-message';
import { findLeaks } from '@/utils/testing/any-mirror';
import {
  ACCESS_TOKEN,
  API_ORIGIN,
  CLIENT_SECRET,
  PASSWORD,
  PASSWORD_FORM,
  REFRESH_TOKEN,
  TOKEN_BODY,
} from '@/utils/testing/examples';
import { fuzz } from '@/utils/testing/fuzz-runs';
import { PROFILE } from '@/utils/testing/profile-examples';
import { askAsPopup, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

const SECRETS = [ACCESS_TOKEN, REFRESH_TOKEN, CLIENT_SECRET, PASSWORD];
const noted: unknown[] = [];
const note = (...what: unknown[]): void => void noted.push(...what);

beforeEach(async () => {
  noted.length = 0;
  process.on('unhandledRejection', note);
  for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation(note);
  fakeBrowser.reset();
  installBackgroundApis(API_ORIGIN);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(TOKEN_BODY))));
  await writeProfiles([PROFILE], []);
  await startBackground();
});
afterEach(() => {
  process.off('unhandledRejection', note);
});

/** What comes back; undefined when nobody answers. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    // As the browser does it: nobody gets hold of the sender's own objects.
    const answering: Promise<unknown[]> = fakeBrowser.runtime.onMessage.trigger(
      structuredClone(message),
      sender,
      resolve,
    );
    void answering.then((isAnswering) => isAnswering.includes(true) || resolve(undefined));
  });
}

const readAll = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);

it('Whatever a stranger says, nothing happens, and no secret is in the answer', async () => {
  await askAsPopup('requestToken', { profileId: PROFILE.id, form: PASSWORD_FORM });
  const before = await readAll();
  expect(before).toContain(ACCESS_TOKEN);
  await fc.assert(
    fc.asyncProperty(anyMessage, anyStranger, async (message, sender) => {
      const reply = JSON.stringify(await deliver(message, sender), (_name, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      // What was said comes back at most: of it the stranger knows already.
      const others = SECRETS.filter((secret) => findLeaks(toText(message), [secret]).length === 0);
      expect(findLeaks(reply ?? '', others)).toEqual([]);
      expect(await readAll()).toBe(before);
      expect(noted).toEqual([]);
    }),
    fuzz(100),
  );
});

it('Whatever a page of the extension says, no secret of it is in an error or a log', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(anyMessage, async (message) => {
      const reply = await deliver(message, POPUP);
      const error = (reply as { err?: unknown } | undefined)?.err;
      if (error !== undefined) refused += 1;
      expect(findLeaks(toText(error), SECRETS)).toEqual([]);
      expect(noted).toEqual([]);
    }),
    fuzz(100),
  );
  expect(refused).toBeGreaterThan(10);
});

/** All that is in it, also what JSON would leave out. */
function toText(value: unknown): string {
  return (
    JSON.stringify(value, (_name, part: unknown) => {
      if (typeof part === 'bigint') return String(part);
      return part instanceof Map || part instanceof Set ? [...part] : part;
    }) ?? ''
  );
}
