import type { Page } from 'puppeteer-core';
import type { Harness } from '../../e2e/support/harness.ts';

/** What a popup shows when the user can go on: expressions that are true in the page from then on. */
export const USABLE = {
  form: `document.querySelector('main form button[type="submit"]') !== null`,
  'token card': `[...document.querySelectorAll('main button')].some(({ textContent }) => textContent === 'Log out')`,
} as const;

/** Opens a tab in which popups can be timed. Chromium only: elsewhere no driver can run code in them before they load. */
export async function openTimedTab({ browser }: Pick<Harness, 'browser'>, usable: keyof typeof USABLE): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(`new MutationObserver((_changes, observer) => {
    if (!(${USABLE[usable]})) return;
    performance.mark('usable');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, characterData: true });`);
  return page;
}

/** Milliseconds from the beginning of the navigation until the popup is usable. */
export async function timePopup(page: Page, url: string): Promise<number> {
  await page.bringToFront();
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, { polling: 20 });
  return page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN);
}
