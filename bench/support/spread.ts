import { quantile } from 'simple-statistics';

/** Where the middle half of the samples lies. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
}

/** Median and quartiles: one sample that a garbage collection fell into moves neither. Throws without samples. */
export function spreadOf(samples: readonly number[]): Spread {
  const [lower = Number.NaN, median = Number.NaN, upper = Number.NaN] = quantile([...samples], [0.25, 0.5, 0.75]);
  return { median, lower, upper };
}
