import type { Page } from 'puppeteer-core';

/** As if the user preferred these colours: WebDriver BiDi cannot emulate the preference, but `light-dark()` obeys this. */
export function wearColours(page: Page, colours: 'light' | 'dark'): Promise<void> {
  return page.evaluate((scheme) => {
    document.documentElement.style.colorScheme = scheme;
  }, colours);
}
