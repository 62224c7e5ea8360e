import { type Spread, spreadOf } from './spread.ts';

/** What is compared: the heading it stands under, the thing measured, and what both sides are called. */
export interface Subject {
  part: string;
  what: string;
  with: string;
  without: string;
  unit: 'µs' | 'ms' | 'kB' | '/s';
}

export interface Comparison extends Subject {
  rounds: number;
  base: Spread;
  measured: Spread;
  /** Of the differences within each round. */
  added: Spread;
  /** Of the medians, measured to base. */
  ratio: number;
}

/**
 * Compares two series that were taken in turns: sample n of the one belongs to sample n of the other. Whatever slows a
 * whole round down (another program, a warmer processor) is in both and cancels out.
 */
export function comparePairs(subject: Subject, base: readonly number[], measured: readonly number[]): Comparison {
  if (base.length !== measured.length) throw new Error(`${base.length} and ${measured.length} samples are no pairs.`);
  const differences = measured.map((sample, round) => sample - (base[round] ?? Number.NaN));
  const spreads = { base: spreadOf(base), measured: spreadOf(measured), added: spreadOf(differences) };
  return { ...subject, rounds: base.length, ...spreads, ratio: spreads.measured.median / spreads.base.median };
}
