// @vitest-environment node
import { expect, it } from 'vitest';
import { readCounts } from './vitest-report.ts';

const green = {
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }],
};

it('counts passed tests', () => {
  expect(readCounts(JSON.stringify(green), 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
});

it('counts skipped and planned tests as skipped', () => {
  const report = { ...green, numPendingTests: 2, numTodoTests: 1 };

  expect(readCounts(JSON.stringify(report), 0).skipped).toBe(3);
});

it('counts a failed test once, not its file as well', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  const report = { ...green, numFailedTests: 1, success: false, testResults };

  expect(readCounts(JSON.stringify(report), 1).failed).toBe(1);
});

it('counts each file that failed without a failed test', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const hookThrew = { status: 'failed', assertionResults: [{ status: 'skipped' }] };
  const report = { ...green, success: false, testResults: [...green.testResults, broken, hookThrew] };

  expect(readCounts(JSON.stringify(report), 1).failed).toBe(2);
});

it.each([
  ['the exit code says so', green, 1],
  ['the report says so', { ...green, success: false }, 0],
])('counts one failure when nothing failed and yet %s', (_, report, exitCode) => {
  expect(readCounts(JSON.stringify(report), exitCode).failed).toBe(1);
});
