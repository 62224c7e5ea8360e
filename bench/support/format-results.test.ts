// @vitest-environment node
import { expect, it } from 'vitest';
import { comparePairs } from './comparison.ts';
import { formatResults } from './format-results.ts';
import type { Results } from './results.ts';

const row = comparePairs(
  { part: 'Popup', what: 'usable', with: 'the popup', without: 'bare', unit: 'ms' },
  [10, 11, 12],
  [20, 21, 22],
);
const results: Results = {
  machine: '2 × A processor',
  browser: 'Chrome/156',
  parts: { popup: { atMs: Date.UTC(2026, 10, 23), comparisons: [row] } },
};
const benches = [['popup', { about: 'How long it takes.' }]] as const;

it('names machine, browser and day, and explains each bench above its table', () => {
  const text = formatResults(results, benches, [{ limit: { ratio: 2 } }]);
  expect(text).toContain('Chrome/156, 2 × A processor, 2026-11-23.');
  expect(text).toMatch(
    /## popup\n\nHow long it takes\.\n\n\*\*Popup\*\*\n\n\|.*with.*\n\| -.*\n\| usable .*≤ × 2: kept/,
  );
});

it('refuses to leave a bench out', () => {
  expect(() => formatResults(results, [...benches, ['memory', { about: '' }]], [])).toThrow(
    '“memory” was not measured',
  );
});
