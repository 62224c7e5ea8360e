import type { Page } from 'puppeteer-core';

/** Resolves when nothing on a page has changed for a moment, so that two pictures of it are the same. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        observer.disconnect();
        resolve();
      };
      let timer = setTimeout(done, 120);
      const observer = new MutationObserver((changes) => {
        // What counts down never rests.
        if (changes.every(({ target }) => target.parentElement?.closest('[role="timer"], .renewal'))) return;
        clearTimeout(timer);
        timer = setTimeout(done, 120);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  });
}
