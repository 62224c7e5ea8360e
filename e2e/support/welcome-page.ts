import type { Browser, Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** Waits for the page that the installation opens. */
export async function findWelcomePage(browser: Browser, extensionUrl: string): Promise<Page> {
  const url = `${extensionUrl}welcome.html`;
  let found: Page | undefined;
  await waitUntil('the welcome page is open', async () => {
    const pages = await browser.pages();
    // The page itself is asked, as Firefox reports no navigations of extension pages; one that is loading cannot answer.
    const urls = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(() => '')));
    found = pages[urls.indexOf(url)];
    return found !== undefined;
  });
  if (!found) throw new Error('The welcome page did not open.');
  return found;
}
