// @vitest-environment node
import { expect, it } from 'vitest';
import { isInRange, readMinimum } from './node-version.mjs';

it.each([
  ['v22.18.0', true],
  ['v22.17.9', false],
  ['v23.0.0', true],
  ['v20.20.2', false],
  ['v100.0.0', true],
  ['22.20.0', true],
])('says of %s whether it is at least 22.18: %s', (version, expected) => {
  expect(isInRange(version, '>=22.18')).toBe(expected);
});

it('reads a range without a minor version', () => {
  expect(readMinimum('>= 26')).toEqual([26, 0]);
});

it('does not guess at a range it cannot read', () => {
  expect(() => readMinimum('^22 || ^24')).toThrow('^22 || ^24');
});
