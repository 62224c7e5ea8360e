import type { BrowserName } from '../../scripts/browsers.ts';
import type { Comparison } from './comparison.ts';

/** Measures in the production build of a browser. */
export type Measure = (
  browserName: BrowserName,
  executablePath: string,
) => Promise<{ browser: string; comparisons: Comparison[] }>;

export interface Bench {
  measure: Measure;
  /** Where a driver can do it. */
  browsers: readonly BrowserName[];
  /** What its rows mean, for people. */
  about: string;
}
