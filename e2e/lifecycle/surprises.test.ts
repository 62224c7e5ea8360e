import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import { awaitSeenAuthorization } from '../support/seen-requests.ts';

const LOGIN = { grant: 'password', username: 'ada', password: 'demo' } as const;

let harness: Harness;
beforeEach(async () => {
  harness = await startTestHarness();
});
afterEach(() => harness?.close());

describe("A clock that is a day off the server's", () => {
  it.each([
    ['clock-ahead', 'behind'],
    ['clock-behind', 'ahead of'],
  ])('(%s) changes nothing but what the popup says of it', async (client_id, word) => {
    const popup = await harness.openPopup();
    await popup.logIn({ ...LOGIN, client_id });
    const text = await popup.text();
    expect(text).toMatch(/Renews in 5[89]m/);
    expect(text).toMatch(new RegExp(`clock is (1d|23h).* ${word} the server’s`));
    const page = await harness.openPage(`${API}/blank`);
    expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  });
});

it('After a restart of the browser the popup asks for a login, and no page sends anything of the old one', async () => {
  const popup = await harness.openPopup();
  await popup.logIn({ ...LOGIN, client_id: 'knetik' });
  harness = await harness.restart();
  const again = await harness.openPopup();
  expect(await again.text()).toContain('Get token');
  expect(await again.readBadge()).toBe('');
  expect(await again.fieldValues()).toMatchObject({ username: 'ada', password: '' });
  expect(await again.readTokenState()).toBeUndefined();
  const page = await harness.openPage(`${API}/blank`);
  expect(await callFrom(page, { via: 'fetch', url: '/me?after' })).toBe(401);
  expect(await awaitSeenAuthorization(harness, '/me?after')).toBeUndefined();
  await again.logIn({ password: 'demo' });
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
});
