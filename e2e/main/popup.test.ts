import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, FOREIGN, SIBLING } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';

let harness: Harness;
let popup: Popup;
beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

it('A half-filled form survives the closing of the popup', async () => {
  const typed = { grant: 'password', username: 'ada', password: 'half a passw', client_secret: 's3' } as const;
  await popup.fill(typed);
  await popup.page.close();
  popup = await harness.openPopup();
  const { grant: _grant, ...fields } = typed;
  expect(await popup.fieldValues()).toMatchObject(fields);
});

it('Secrets are masked until they are revealed', async () => {
  const readType = () => popup.page.$eval('input[name="password"]', (input) => input.type);
  expect(await readType()).toBe('password');
  await popup.page.locator('[aria-label="Show Password"]').click();
  expect(await readType()).toBe('text');
  await popup.page.locator('[aria-label="Hide Password"]').click();
  expect(await readType()).toBe('password');
});

it('The last line says what happens on the tab in front', async () => {
  const page = await harness.openPage(`${FOREIGN}/blank`);
  await popup.waitForTabStatus('Not a KnetikCloud page');
  await page.goto(`${API}/blank`);
  await popup.waitForTabStatus('Get a token, and requests from this page carry it');
  await popup.logIn({ grant: 'client_credentials', client_secret: '' });
  await page.bringToFront();
  await popup.waitForTabStatus('Requests from this page carry the token');
  await page.goto(`${SIBLING}/blank`);
  await popup.waitForTabStatus('No token here: yours is for devsandbox.knetikcloud.com');
  await page.close();
  await popup.logOut();
  expect(await popup.text()).toContain('The server has revoked the token.');
});
