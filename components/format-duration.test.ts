import { expect, it } from 'vitest';
import { formatDuration } from './format-duration';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

it.each([
  [-5 * SECOND, '0s'],
  [0, '0s'],
  [999, '0s'],
  [SECOND, '1s'],
  [59 * SECOND, '59s'],
  [60 * SECOND, '1m'],
  [3552 * SECOND, '59m 12s'],
  [HOUR, '1h'],
  [HOUR + 59 * SECOND, '1h'],
  [12 * HOUR - SECOND, '11h 59m'],
  [DAY + 5 * HOUR, '1d 5h'],
  [2_145_660_769 * SECOND, '67y 362d'],
])('%d ms read %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
