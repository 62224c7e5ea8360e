import type { Comparison } from './comparison.ts';

/** All that was measured in one browser on one machine; by name of the bench. */
export interface Results {
  machine: string;
  browser: string;
  parts: Record<string, { atMs: number; comparisons: Comparison[] }>;
}

/** Adds what was measured now. What another machine or version of the browser has measured is dropped. */
export function mergeResults(earlier: Results | undefined, now: Results): Results {
  const isSame = earlier?.machine === now.machine && earlier.browser === now.browser;
  return isSame ? { ...now, parts: { ...earlier.parts, ...now.parts } } : now;
}
