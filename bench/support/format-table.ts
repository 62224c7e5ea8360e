import { type Budget, judge } from './budget.ts';
import type { Comparison } from './comparison.ts';
import type { Spread } from './spread.ts';

const HEADINGS = ['', 'with', 'without', 'rounds', 'without', 'with', 'added [middle half]', 'ratio', 'budget'];

/** One table for each part, under its name. */
export function formatTables(comparisons: readonly Comparison[], budgets: readonly Budget[]): string {
  const parts = Object.entries(Object.groupBy(comparisons, ({ part }) => part));
  return parts
    .map(([part, rows = []]) => `${part}\n\n${formatRows([HEADINGS, ...rows.map((row) => toCells(row, budgets))])}`)
    .join('\n\n');
}

function toCells(comparison: Comparison, budgets: readonly Budget[]): string[] {
  const { what, unit, base, measured, added, ratio, rounds } = comparison;
  const { allowed, isKept } = judge(comparison, budgets);
  return [
    what,
    comparison.with,
    comparison.without,
    `${rounds}`,
    `${formatSpread(base)} ${unit}`,
    `${formatSpread(measured)} ${unit}`,
    `${formatSpread(added, '+')} ${unit}`,
    // Nothing has no multiples.
    Number.isFinite(ratio) ? `× ${ratio.toFixed(2)}` : '',
    `${allowed}: ${isKept ? 'kept' : 'MISSED'}`,
  ];
}

function formatSpread({ median, lower, upper }: Spread, plus = ''): string {
  const sign = median >= 0 ? plus : '';
  return `${sign}${formatNumber(median)} [${formatNumber(lower)} … ${formatNumber(upper)}]`;
}

/** Three digits that mean something; a thousand and more in full. */
function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return value.toFixed(size >= 10 ? 1 : 2);
}

/** Columns of equal width, between the bars of Markdown. */
function formatRows(rows: readonly string[][]): string {
  const widths = HEADINGS.map((_heading, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return lines.toSpliced(1, 0, rule).join('\n');
}
