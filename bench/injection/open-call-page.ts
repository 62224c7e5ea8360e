import type { Page } from 'puppeteer-core';
import { type Arm, PAGE_PATH } from './arms.ts';
import { definePrepareCall, keepNatives } from './in-page.ts';

/** Opens a page for timing calls; `idle` calls lead nowhere. Throws when its clock is a coarse one. */
export async function openCallPage({ harness, origin }: Arm, natives: 'real' | 'idle'): Promise<Page> {
  const page = await harness.browser.newPage();
  await page.evaluateOnNewDocument(keepNatives, natives === 'idle');
  await page.goto(`${origin}${PAGE_PATH}`);
  await page.evaluate(definePrepareCall);
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The page has a coarse clock only.');
  return page;
}

/** Whether the page script is in the page and found the functions that `keepNatives` kept. */
export function isWrapped(page: Page): Promise<boolean> {
  return page.evaluate(
    () => window.fetch !== (window as unknown as { natives: { fetch: typeof fetch } }).natives.fetch,
  );
}
