// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { runStep } from './run-step.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

it.each([
  ['ok', { passed: 1, failed: 0, skipped: 0 }],
  ['failed', { passed: 1, failed: 1, skipped: 0 }],
  ['ok', { passed: 1, failed: 0, skipped: 0, notice: 'RUN TWICE' }],
  ['not run', { passed: 0, failed: 0, skipped: 1, notice: 'SKIPPED' }],
] as const)('calls a step %s when it counts %o', async (outcome, counts) => {
  expect(await runStep('Step', async () => counts)).toMatchObject({ outcome });
});

it('counts a step that throws as one failure and says why', async () => {
  const result = await runStep('Step', () => Promise.reject(new Error('no such tool')));

  expect(result.counts.failed).toBe(1);
  expect(console.error).toHaveBeenCalledWith('no such tool');
});

it('hands on the report of a step that ran tests, for who wants to know which', async () => {
  const report = { success: true, testResults: [] };

  const result = await runStep('Step', async () => ({ passed: 1, failed: 0, skipped: 0, report }));

  expect(result.report).toBe(report);
  expect(result.counts).toEqual({ passed: 1, failed: 0, skipped: 0 });
});
