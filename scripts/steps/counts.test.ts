// @vitest-environment node
import { expect, it } from 'vitest';
import { formatCounts, sumCounts } from './counts.ts';

it('adds up the tests of several runs', () => {
  const sum = sumCounts([
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ]);

  expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
});

it('writes the last line exactly as other programs expect it', () => {
  expect(formatCounts({ passed: 11, failed: 0, skipped: 3 })).toBe('11 passed, 0 failed, 3 skipped');
});
