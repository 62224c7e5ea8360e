// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { formatTime } from './format-time';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['en-US', 'Nov 1, 2026, 4:00:05 PM'],
  ['en-GB', '1 Nov 2026, 16:00:05'],
  ['sv-SE', 'Nov 1, 2026, 4:00:05 PM'],
])('a browser in %s shows %s: its own way of English, or else a usual one', (language, text) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
  // Between time and "PM" there is a narrow space of Unicode's own.
  expect(formatTime(new Date(2026, 10, 1, 16, 0, 5).getTime()).replaceAll('\u202F', ' ')).toBe(text);
});
