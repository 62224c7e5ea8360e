import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SIBLING } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { waitUntil } from '../support/wait-until.ts';

let harness: Harness;
let popup: Popup;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
  await popup.logIn();
});
afterAll(() => harness?.close());

interface Entry {
  method: string;
  path: string;
  verdict: string;
  status?: number;
}

const readEntries = async (): Promise<Entry[]> => ((await popup.readStorage('session'))['activity'] ?? []) as Entry[];

/** The entry of the request whose query has this name. */
async function findEntry(name: string): Promise<Entry> {
  let found: Entry | undefined;
  await waitUntil(`${name} shows up`, async () => {
    found = (await readEntries()).find(({ path }) => path.includes(name));
    return found !== undefined;
  });
  if (!found) throw new Error(`${name} is not there.`);
  return found;
}

it('Each request says whether it carried the token, or why not, and how it ended; no value of its query is kept', async () => {
  const page = await harness.openPage(`${API}/blank`);
  const sibling = await harness.openPage(`${SIBLING}/blank`);
  await callFrom(page, { via: 'fetch', url: '/echo?plain=secret-value' });
  await callFrom(page, { via: 'XMLHttpRequest', url: '/me?posted=1', method: 'POST' });
  await callFrom(page, { via: 'fetch', url: '/echo?own=1', headers: { Authorization: 'Bearer of-the-page' } });
  await callFrom(page, { via: 'fetch', url: '/oauth/token?endpoint=1', method: 'POST' });
  await callFrom(page, { via: 'fetch', url: `${SIBLING}/echo?elsewhere=1` });
  await callFrom(sibling, { via: 'fetch', url: `${API}/echo?stranger=1` });
  expect(await findEntry('plain')).toMatchObject({
    method: 'GET',
    path: '/echo?plain=…',
    verdict: 'sent',
    status: 200,
  });
  expect(await findEntry('posted')).toMatchObject({ method: 'POST', verdict: 'sent', status: 404 });
  expect(await findEntry('own')).toMatchObject({ verdict: 'own-header', status: 200 });
  expect(await findEntry('endpoint')).toMatchObject({ verdict: 'token-endpoint' });
  expect(await findEntry('elsewhere')).toMatchObject({ verdict: 'other-api' });
  expect(await findEntry('stranger')).toMatchObject({ verdict: 'other-page' });
  expect(JSON.stringify(await readEntries())).not.toMatch(/secret-value|of-the-page|Bearer|kc-/);

  await popup.flipSwitch();
  await callFrom(page, { via: 'fetch', url: '/echo?paused=1' });
  expect(await findEntry('paused')).toMatchObject({ verdict: 'paused' });
  await popup.flipSwitch();
  await popup.logOut();
  await callFrom(page, { via: 'fetch', url: '/echo?loggedout=1' });
  expect(await findEntry('loggedout')).toMatchObject({ verdict: 'no-token' });
  await popup.openView('Activity');
  await popup.waitForText('GET /echo?loggedout=…');
  await popup.press('Clear');
  await popup.waitForText('No requests yet');
  await page.close();
  await sibling.close();
});

it('A flood of requests makes few writes and leaves the popup responsive; the last 500 are kept', async () => {
  await popup.openView('Login');
  await popup.logIn();
  const page = await harness.openPage(`${API}/blank`);
  await popup.countWrites('activity');
  await page.evaluate(async () => {
    for (let batch = 0; batch < 12; batch += 1) {
      await Promise.all(
        Array.from({ length: 50 }, async (_, each) => (await fetch(`/version?${batch}-${each}`)).text()),
      );
    }
  });
  await popup.openView('Activity');
  await popup.waitForText('/version');
  await waitUntil('500 are kept', async () => (await readEntries()).length === 500);
  expect(await popup.getWrites()).toBeLessThan(60);
  await page.close();
});
