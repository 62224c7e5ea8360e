import { expect, it } from 'vitest';
import { PROFILE_COLOUR_CODES } from './colour-codes';
import { PROFILE_COLOURS } from './profile';

/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"). */
function getLuminance(code: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(code.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const getContrastToWhite = (code: string): number => 1.05 / (getLuminance(code) + 0.05);

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
