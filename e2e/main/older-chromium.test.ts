import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startTestHarness();
});
afterAll(() => harness?.close());

it.runIf(process.env['KC_BROWSER'] === 'chromium')(
  'Where the browser has no `browser` of its own, as Chromium before 148, the popup logs in all the same',
  async () => {
    const page = await harness.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(globalThis, 'browser', { value: undefined });
    });
    await page.goto(`${harness.extensionUrl}popup.html`);
    await page.waitForSelector('#grant');
    await page.select('#grant', 'client_credentials');
    await page.locator('button ::-p-text(Get token), button::-p-text(Get token)').click();
    await page.waitForSelector('button::-p-text(Log out)');
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'browser'))).toBe('undefined');
  },
);
