// @vitest-environment node
import { expect, it } from 'vitest';
import { judgeFlatness } from './flatness.ts';

const HEAP = { name: 'heap', unit: 'kB' };
const judge = (samples: number[]) => judgeFlatness(HEAP, samples, { share: 0.1, more: 10 });

it.each([
  ['what stays', [100, 100, 100, 100, 100, 100], true],
  ['what shrinks', [100, 100, 50, 50, 20, 20], true],
  ['what grows within the tolerance', [100, 100, 110, 110, 120, 120], true],
  ['one sample that is far off', [100, 100, 100, 100, 100, 9000, 100, 100, 100], true],
  ['what grows beyond the tolerance', [100, 100, 110, 110, 121, 121], false],
])('%s is judged', (_name, samples, isFlat) => {
  expect(judge(samples)?.isFlat).toBe(isFlat);
});

it('tells both medians', () => {
  expect(judge([1, 2, 3, 50, 50, 50, 5, 6, 7])).toEqual({ ...HEAP, samples: 9, first: 2, last: 6, isFlat: true });
});

it('does not judge of a few samples', () => {
  expect(judge([1, 2, 3, 4, 5])).toBeUndefined();
});
