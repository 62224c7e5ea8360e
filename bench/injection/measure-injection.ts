import type { Measure } from '../support/bench.ts';
import type { Comparison } from '../support/comparison.ts';
import { closeArms, openArms } from './arms.ts';
import { measureHeap } from './heap.ts';
import { measurePageLoad } from './page-load.ts';
import { measurePageScript } from './page-script.ts';
import { measureRequests } from './requests.ts';

/** What the extension costs the pages it is in. Wants the production build; takes about two to three minutes. */
export const measureInjection: Measure = async (browserName, executablePath) => {
  const arms = await openArms(browserName, executablePath);
  // In Firefox there is no page script, and nobody tells the size of a page's heap.
  const parts =
    browserName === 'chromium'
      ? [measureHeap, measurePageLoad, measurePageScript, measureRequests]
      : [measurePageLoad, measureRequests];
  try {
    const comparisons: Comparison[] = [];
    for (const measure of parts) {
      const startedAtMs = performance.now();
      comparisons.push(...(await measure(arms)));
      console.log(`${measure.name}: ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`);
    }
    return { browser: await arms.armed.harness.browser.version(), comparisons };
  } finally {
    await closeArms(arms);
  }
};
