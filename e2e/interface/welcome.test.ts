import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAccessibilityProblems } from '../support/axe.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { findWelcomePage } from '../support/welcome-page.ts';

let harness: Harness;
let welcome: Page;
let popup: Popup;

beforeAll(async () => {
  harness = await startTestHarness({ keepWelcome: true });
  welcome = await findWelcomePage(harness.browser, harness.extensionUrl);
  await welcome.waitForSelector('.steps');
});
afterAll(() => harness?.close());

const readSteps = (): Promise<string[]> =>
  welcome.evaluate(() => [...document.querySelectorAll('.step .pill')].map(({ textContent }) => textContent ?? ''));

const waitForSteps = (...states: string[]): Promise<unknown> =>
  welcome.waitForFunction(
    (wanted: string) =>
      [...document.querySelectorAll('.step .pill')].map(({ textContent }) => textContent).join() === wanted,
    { polling: 50 },
    states.join(),
  );

const waitForSummary = (text: string): Promise<unknown> =>
  welcome.waitForFunction(
    (wanted: string) => document.querySelector('.self-test-summary')?.textContent?.includes(wanted),
    { polling: 50 },
    text,
  );

const readVerdict = (promise: string): Promise<string | undefined> =>
  welcome.evaluate(
    (text) =>
      [...document.querySelectorAll('.checks li')]
        .find((line) => line.textContent?.includes(text))
        ?.querySelector('.verdict')?.textContent ?? undefined,
    promise,
  );

it('The installation opens the welcome page in front, with the first step done and the second next', async () => {
  expect(await welcome.evaluate(() => document.visibilityState)).toBe('visible');
  expect(harness.sandbox.log.filter(({ host }) => host === new URL(API).host)).toEqual([]);
  expect(await readSteps()).toEqual(['Done', 'Now', 'Later']);
});

it('the self-test finds that everything works in this browser', async () => {
  await welcome.locator('aria/Run the test[role="button"]').click();
  await waitForSummary('Everything works in this browser.');
  const verdicts = await welcome.evaluate(() =>
    [...document.querySelectorAll('.checks .verdict')].map(({ textContent }) => textContent),
  );
  expect(verdicts.length).toBeGreaterThan(7);
  expect(new Set(verdicts)).toEqual(new Set(['works']));
});

it('axe finds nothing wrong with it', async () => {
  expect(await findAccessibilityProblems(welcome)).toEqual([]);
});

it('each step ticks itself', async () => {
  popup = await harness.openPopup();
  await popup.logIn();
  await waitForSteps('Done', 'Done', 'Now');
  const page = await harness.openPage(`${API}/blank`);
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  await waitForSteps('Done', 'Done', 'Done');
});

it('a self-test beside a login leaves nothing behind, and the login goes on', async () => {
  await welcome.bringToFront();
  await welcome.locator('aria/Run the test again[role="button"]').click();
  await waitForSummary('Everything works in this browser.');
  expect(await popup.readStorage('session')).not.toHaveProperty('selfTest');
  const page = await harness.openPage(`${API}/blank`);
  expect(await callFrom(page, { via: 'fetch', url: '/me' })).toBe(200);
  const probes = harness.sandbox.log.filter(({ path }) => path.startsWith('/version'));
  expect(probes.length).toBeGreaterThan(3);
  expect(probes.filter(({ headers }) => 'authorization' in headers)).toEqual([]);
});

it('without the permission for the host it says so, and what to do', async () => {
  await harness.setHostAccess(false, API, 'https://*.knetikcloud.com');
  await welcome.bringToFront();
  await welcome.waitForSelector('aria/Allow access[role="button"]');
  await welcome.locator('aria/Run the test again[role="button"]').click();
  await waitForSummary('Does not work: 1.');
  expect(await readVerdict('The extension may act on requests to the API.')).toBe('does not work');
});

it('a restart of the browser does not open it again', async () => {
  harness = await harness.restart();
  popup = await harness.openPopup();
  const addresses = await Promise.all(
    (await harness.browser.pages()).map((page) => page.evaluate(() => location.href)),
  );
  expect(addresses.filter((address) => address.includes('welcome.html'))).toEqual([]);
});
