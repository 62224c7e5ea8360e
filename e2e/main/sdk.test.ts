import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { buildSdkPage } from '../support/sdk-page.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await startTestHarness({ '/sdk.html': await buildSdkPage() });
  const popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', username: 'ada', password: 'demo' });
  page = await harness.openPage(`${API}/sdk.html`);
});
afterAll(() => harness?.close());

/** Asks "who am I" as the SDK's users do. */
function askWhoAmI(accessToken?: string): Promise<unknown> {
  return page.evaluate(async (token) => {
    const { KnetikCloud } = globalThis as unknown as { KnetikCloud: any };
    const client = new KnetikCloud.ApiClient();
    client.basePath = location.origin;
    if (token !== undefined) client.authentications.oauth2_client_credentials_grant.accessToken = token;
    if (token !== undefined) client.authentications.oauth2_password_grant.accessToken = token;
    try {
      return await new KnetikCloud.UtilSecurityApi(client).getUserTokenDetails();
    } catch (error) {
      return (error as { status?: number }).status;
    }
  }, accessToken);
}

it('KnetikCloud’s own SDK without a token of its own gets in', async () => {
  expect(await askWhoAmI()).toMatchObject({ client_id: 'knetik', user_id: 1 });
});

it('KnetikCloud’s own SDK with a token of its own sends that one', async () => {
  expect(await askWhoAmI('token-of-the-sdk')).toBe(401);
  expect(getSeenRequests(harness, '/me').at(-1)?.headers['authorization']).toBe('Bearer token-of-the-sdk');
});
