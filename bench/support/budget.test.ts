// @vitest-environment node
import { expect, it } from 'vitest';
import { type Budget, judge, listExceeded } from './budget.ts';
import { comparePairs, type Subject } from './comparison.ts';

const popup: Subject = { part: 'Popup', what: 'usable', with: 'the popup', without: 'bare', unit: 'ms' };
const times = (measured: number, base = 10) => comparePairs(popup, [base], [measured]);

it.each<[string, Budget['limit'], number, boolean]>([
  ['a ratio that is kept', { ratio: 2 }, 20, true],
  ['a ratio that is exceeded', { ratio: 2 }, 21, false],
  ['an addition that is kept', { added: 5 }, 15, true],
  ['an addition that is exceeded', { added: 5 }, 16, false],
])('judges %s', (_name, limit, measured, isKept) => {
  expect(judge(times(measured), [{ part: 'Popup', limit }]).isKept).toBe(isKept);
});

it('takes the first budget whose names all fit', () => {
  const budgets: Budget[] = [
    { part: 'Popup', what: 'another', limit: { ratio: 1 } },
    { part: 'Popup', what: 'usable', limit: { ratio: 3 } },
    { part: 'Popup', limit: { ratio: 4 } },
  ];
  expect(judge(times(10), budgets).allowed).toBe('≤ × 3');
});

it.each([
  ['a row without a budget', times(10), [{ part: 'Memory', limit: { ratio: 9 } }]],
  ['a ratio to nothing', times(10, 0), [{ limit: { ratio: 9 } }]],
  ['no figure', times(Number.NaN), [{ limit: { ratio: 9 } }]],
])('does not let pass %s', (_name, comparison, budgets) => {
  expect(listExceeded([comparison], budgets)).toHaveLength(1);
});

it('says in one line what was measured and what was allowed, and nothing of what is kept', () => {
  expect(listExceeded([times(25), times(15)], [{ part: 'Popup', limit: { ratio: 2 } }])).toEqual([
    'Over budget: Popup, usable: 25.00 ms with “the popup”, 10.00 ms with “bare” (× 2.50, 15.00 ms more); budget: ≤ × 2',
  ]);
});
