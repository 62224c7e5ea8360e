import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './launched-browser.ts';

/** Opens a page of the extension's own in a tab; resolves when it shows what is named. */
export async function openOwnPage(
  { browser, extensionUrl }: Pick<LaunchedBrowser, 'browser' | 'extensionUrl'>,
  path: string,
  selector: string,
): Promise<Page> {
  const page = await browser.newPage();
  // Firefox reports no load events of extension pages.
  await page.goto(extensionUrl + path, { waitUntil: [] });
  await page.waitForSelector(selector);
  return page;
}
