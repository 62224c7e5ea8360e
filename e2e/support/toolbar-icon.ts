import { evaluateInFirefox } from './firefox-window.ts';
import type { Harness } from './harness.ts';

/** In Chromium's background. */
declare const chrome: {
  action: { setIcon(details: { imageData: Record<string, ImageData> }): Promise<void> };
};

const FIREFOX_BUTTON = 'credential-helper_knetikcloud_example-BAP';

/**
 * Answers a function that tells one toolbar picture from another: in Firefox by what the window shows; in Chromium, which
 * shows it to nobody, by what the background has drawn last and the browser has taken.
 */
export async function watchToolbarIcon({ browser, browserName }: Harness): Promise<() => Promise<string>> {
  if (browserName === 'firefox') {
    const button = `document.getElementById(${JSON.stringify(FIREFOX_BUTTON)})`;
    return async () => String(await evaluateInFirefox(browser, `${button}.getAttribute('style')`));
  }
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background does not run.');
  await worker.evaluate(() => {
    const { action } = chrome;
    const setIcon = action.setIcon.bind(action);
    action.setIcon = async (details) => {
      await setIcon(details);
      const drawn = Object.entries(details.imageData).map(([size, { data }]) => `${size}:${data.join('')}`);
      Object.assign(globalThis, { lastIcon: drawn.join() });
    };
  });
  return () => worker.evaluate(() => String((globalThis as { lastIcon?: string }).lastIcon));
}
