// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { comparePairs, type Subject } from './comparison.ts';

const subject: Subject = { part: 'calls', what: 'fetch', with: 'armed', without: 'native', unit: 'µs' };

describe('the comparison of two series taken in turns', () => {
  it('tells what was added in each round, whatever slowed the round down', () => {
    const base = [10, 400, 20, 3000, 15];
    const { added } = comparePairs(
      subject,
      base,
      base.map((each) => each + 4),
    );
    expect(added).toEqual({ median: 4, lower: 4, upper: 4 });
  });

  it('tells both medians and their ratio', () => {
    const { base, measured, ratio, rounds } = comparePairs(subject, [1, 2, 3], [2, 5, 90]);
    expect([base.median, measured.median, ratio, rounds]).toEqual([2, 5, 2.5, 3]);
  });

  it('refuses series that are no pairs', () => {
    expect(() => comparePairs(subject, [1, 2], [1])).toThrow('2 and 1 samples');
  });
});
