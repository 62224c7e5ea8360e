import { median } from 'simple-statistics';

/** How a figure did over the time: the medians of its first and its last third. */
export interface Flatness {
  name: string;
  unit: string;
  samples: number;
  first: number;
  last: number;
  isFlat: boolean;
}

export interface Tolerance {
  /** Of the first third. */
  share: number;
  /** On top, in the figure's own unit. */
  more: number;
}

/** Flat is what has grown by no more than the tolerance. Undefined with fewer than two samples a third. */
export function judgeFlatness(
  { name, unit }: Pick<Flatness, 'name' | 'unit'>,
  samples: readonly number[],
  { share, more }: Tolerance,
): Flatness | undefined {
  const third = Math.floor(samples.length / 3);
  if (third < 2) return undefined;
  const [first, last] = [median(samples.slice(0, third)), median(samples.slice(-third))];
  return { name, unit, samples: samples.length, first, last, isFlat: last <= first * (1 + share) + more };
}
