// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { printSummary } from './print-summary.ts';

const step = { name: 'Types', outcome: 'ok', counts: { passed: 3, failed: 0, skipped: 0 }, seconds: 1 } as const;
const red = { ...step, name: 'Lint', outcome: 'failed', counts: { passed: 0, failed: 1, skipped: 0 } } as const;

it('ends with the sum, after every notice and remark', () => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const counts = { passed: 0, failed: 0, skipped: 5 };

  printSummary([step, { ...step, outcome: 'not run', counts, notice: 'SKIPPED: no Firefox' }], ['A remark']);

  const lines = print.mock.calls.flat().join('\n').split('\n');
  expect(lines).toContain('SKIPPED: no Firefox');
  expect(lines).toContain('A remark');
  expect(lines.at(-1)).toBe('3 passed, 0 failed, 5 skipped');
});

it('answers exit code 1 as soon as one step failed', () => {
  vi.spyOn(console, 'log').mockReturnValue();

  expect(printSummary([step])).toBe(0);
  expect(printSummary([step, red, step])).toBe(1);
});
