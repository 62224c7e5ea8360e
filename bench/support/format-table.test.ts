// @vitest-environment node
import { expect, it } from 'vitest';
import type { Budget } from './budget.ts';
import { comparePairs, type Subject } from './comparison.ts';
import { formatTables } from './format-table.ts';

const calls: Subject = { part: 'Calls', what: 'fetch', with: 'armed', without: 'native', unit: 'µs' };
const budgets: Budget[] = [{ part: 'Calls', limit: { added: 3 } }];

it('shows both sides, what was added with its middle half, and the ratio', () => {
  const table = formatTables([comparePairs(calls, [1, 2, 3], [3, 4, 5])], budgets);
  expect(table).toContain('| 2.00 [1.50 … 2.50] µs | 4.00 [3.50 … 4.50] µs | +2.00 [2.00 … 2.00] µs | × 2.00 |');
});

it('gives each part a table of its own under its name', () => {
  const load: Subject = { ...calls, part: 'Page load', unit: 'ms' };
  const parts = formatTables([comparePairs(calls, [1], [2]), comparePairs(load, [1], [2])], budgets).split('\n\n');
  expect([parts[0], parts[2]]).toEqual(['Calls', 'Page load']);
});

it.each([
  ['≤ 3 µs more: kept', 12],
  ['≤ 3 µs more: MISSED', 14],
])('says “%s”', (verdict, measured) => {
  expect(formatTables([comparePairs(calls, [10], [measured])], budgets)).toContain(verdict);
});

it('tells no ratio to nothing', () => {
  expect(formatTables([comparePairs(calls, [0], [2])], budgets)).not.toMatch(/×|Infinity/);
});

it('keeps the columns below one another', () => {
  const table = formatTables(
    [comparePairs(calls, [1], [2]), comparePairs({ ...calls, what: 'x' }, [1234], [5678])],
    budgets,
  );
  const bars = table
    .split('\n')
    .slice(2)
    .map((line) => [...line.matchAll(/\|/g)].map(({ index }) => index).join());
  expect(new Set(bars).size).toBe(1);
});
