import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { buildSdkPage } from '../support/sdk-page.ts';
import { getSeenRequests } from '../support/seen-requests.ts';

/** What is used here of the SDK, which has no types of its own. */
interface Sdk {
  ApiClient: new () => { basePath: string; authentications: Record<string, { accessToken?: string }> };
  UtilSecurityApi: new (client: object) => { getUserTokenDetails(): Promise<unknown> };
}

let harness: Harness;
let page: Page;

beforeAll(async () => {
  harness = await startTestHarness({ files: { '/sdk.html': await buildSdkPage() } });
  const popup = await harness.openPopup();
  await popup.logIn({ grant: 'password', username: 'ada', password: 'demo' });
  page = await harness.openPage(`${API}/sdk.html`);
});
afterAll(() => harness?.close());

/** Asks "who am I" as the SDK's users do. */
function askWhoAmI(accessToken?: string): Promise<unknown> {
  return page.evaluate(async (token) => {
    const { KnetikCloud } = globalThis as unknown as { KnetikCloud: Sdk };
    const client = new KnetikCloud.ApiClient();
    client.basePath = location.origin;
    if (token !== undefined) {
      for (const each of Object.values(client.authentications)) each.accessToken = token;
    }
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
