import { expect, it } from 'vitest';
import { getContrastToWhite } from '../testing/contrast';
import { PROFILE_COLOUR_CODES } from './colour-codes';
import { PROFILE_COLOURS } from './profile';

it('contrast is counted as WCAG does: its own examples', () => {
  expect(getContrastToWhite('#000000')).toBeCloseTo(21);
  // The lightest grey that passes, and the next one.
  expect(getContrastToWhite('#767676')).toBeGreaterThan(4.5);
  expect(getContrastToWhite('#777777')).toBeLessThan(4.5);
});

it.each(PROFILE_COLOURS)('white text is readable on %s', (colour) => {
  expect(PROFILE_COLOUR_CODES[colour]).toMatch(/^#[0-9a-f]{6}$/);
  expect(getContrastToWhite(PROFILE_COLOUR_CODES[colour])).toBeGreaterThanOrEqual(4.5);
});

it('no two colours are the same', () => {
  expect(new Set(Object.values(PROFILE_COLOUR_CODES)).size).toBe(PROFILE_COLOURS.length);
});
