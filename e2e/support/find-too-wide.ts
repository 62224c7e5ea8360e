import type { Page } from 'puppeteer-core';

/** CSS pixels: a page of 1280 at 400 % (WCAG 1.4.10). */
const NARROW = 320;

/** Makes a page narrow and says what does not fit in; undefined when all does. */
export async function findTooWide(page: Page): Promise<string | undefined> {
  await page.setViewport({ width: NARROW, height: 700 });
  return page.evaluate((limit) => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= limit) return undefined;
    const isOutside = (each: Element): boolean => {
      const { left, right } = each.getBoundingClientRect();
      return left < 0 || right > limit;
    };
    const widest = [...document.querySelectorAll('*')].findLast(isOutside);
    return `${scrollWidth} px wide: ${widest?.outerHTML.slice(0, 200)}`;
  }, NARROW);
}
