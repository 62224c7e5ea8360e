import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SUBDOMAIN } from '../support/hosts.ts';
import { getSeenAuthorization } from '../support/seen-requests.ts';

const EXPLANATION =
  'This Chromium no longer matches declarativeNetRequest filters against the fragment of a URL. The whole injection ' +
  'method rests on that: see "Mark and set" in ARCHITECTURE.md for the fallback.';

let harness: Harness;
beforeAll(async () => {
  harness = await startTestHarness();
});
afterAll(() => harness?.close());

it.runIf(process.env['KC_BROWSER'] === 'chromium')(
  'Chromium matches declarativeNetRequest filters against the fragment, and by nothing but the right mark',
  async () => {
    const popup = await harness.openPopup();
    await popup.logIn();
    const mark = await popup.readMark(API);
    // A subdomain, because the page script leaves its requests alone, and because initiator rules include it: only
    // the mark, which it cannot know, keeps it out.
    const page = await harness.openPage(`${SUBDOMAIN}/blank`);
    const ask = (url: string): Promise<number> => page.evaluate(async (asked) => (await fetch(asked)).status, url);
    await ask(`${API}/echo?marked#kc-${mark}`);
    await ask(`${API}/echo?unmarked`);
    await ask(`${API}/echo?guessed#kc-${'0'.repeat(32)}`);
    await ask(`${API}/echo?in-query-kc-${mark}`);

    expect(getSeenAuthorization(harness, '/echo?marked'), EXPLANATION).toMatch(/^Bearer /);
    expect(getSeenAuthorization(harness, '/echo?unmarked')).toBeUndefined();
    expect(getSeenAuthorization(harness, '/echo?guessed')).toBeUndefined();
    expect(getSeenAuthorization(harness, '/echo?in-query')).toBeUndefined();
  },
);
