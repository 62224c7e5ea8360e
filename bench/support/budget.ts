import type { Comparison, Subject } from './comparison.ts';

/** What a figure may be at most, measured against its floor in the same run: that many times it, or that much more. */
export type Limit = { ratio: number } | { added: number };

/** A limit, and for which rows: those that are the same in all that is named. */
export interface Budget extends Partial<Pick<Subject, 'part' | 'what' | 'with' | 'without'>> {
  limit: Limit;
}

export interface Verdict {
  /** Such as “≤ × 2” or “≤ 5 µs more”; “none” is a row that nobody has thought about. */
  allowed: string;
  isKept: boolean;
}

/** The first budget that fits holds; a row without one does not keep it. */
export function judge(comparison: Comparison, budgets: readonly Budget[]): Verdict {
  const budget = budgets.find(({ limit: _limit, ...names }) =>
    Object.entries(names).every(([name, value]) => comparison[name as keyof Subject] === value),
  );
  if (!budget) return { allowed: 'none', isKept: false };
  const { limit } = budget;
  // A ratio to nothing is no number, and keeps nothing.
  return 'ratio' in limit
    ? { allowed: `≤ × ${limit.ratio}`, isKept: comparison.ratio <= limit.ratio }
    : { allowed: `≤ ${limit.added} ${comparison.unit} more`, isKept: comparison.added.median <= limit.added };
}

/** A line for each row that is over its budget, or has none. */
export function listExceeded(comparisons: readonly Comparison[], budgets: readonly Budget[]): string[] {
  return comparisons.flatMap((comparison) => {
    const { allowed, isKept } = judge(comparison, budgets);
    if (isKept) return [];
    const { part, what, without, unit, base, measured, added, ratio } = comparison;
    const figures = `${measured.median.toFixed(2)} ${unit} with “${comparison.with}”, ${base.median.toFixed(2)} ${unit} with “${without}”`;
    return `Over budget: ${part}, ${what}: ${figures} (× ${ratio.toFixed(2)}, ${added.median.toFixed(2)} ${unit} more); budget: ${allowed}`;
  });
}
