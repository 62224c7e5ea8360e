// @vitest-environment node
import { expect, it } from 'vitest';
import { spreadOf } from './spread.ts';

it('answers the median and where the middle half lies, in whatever order the samples came', () => {
  expect(spreadOf([9, 1, 8, 2, 7, 3, 6, 4, 5])).toEqual({ median: 5, lower: 3, upper: 7 });
});

it('is not moved by one sample that is far off', () => {
  expect(spreadOf([4, 5, 6, 5, 100_000]).median).toBe(5);
});

it('throws without samples', () => {
  expect(() => spreadOf([])).toThrow('at least one');
});
