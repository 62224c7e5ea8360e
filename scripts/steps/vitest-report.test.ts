// @vitest-environment node
import { expect, it } from 'vitest';
import { countTestsOf, listFailedFiles, readReport, replaceFiles, type VitestReport } from './vitest-report.ts';

const buildTest = (status: string): VitestReport['testResults'][number]['assertionResults'][number] => ({
  status,
  ancestorTitles: ['a group'],
  title: 'a test',
});
const buildFile = (name: string, ...statuses: string[]): VitestReport['testResults'][number] => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map(buildTest),
});
const buildReport = (...testResults: VitestReport['testResults']): VitestReport => ({
  success: testResults.every(({ status }) => status === 'passed'),
  testResults,
});
const green = buildReport(buildFile('a.test.ts', 'passed', 'passed'));

it('reads what it needs of what the reporter wrote', () => {
  expect(readReport(JSON.stringify({ ...green, numPassedTests: 2 }))).toEqual(green);
});

it('counts passed tests', () => {
  expect(countTestsOf(green, 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
});

it('counts skipped and planned tests as skipped', () => {
  expect(countTestsOf(buildReport(buildFile('a.test.ts', 'skipped', 'pending', 'todo')), 0).skipped).toBe(3);
});

it('counts a failed test once, not its file as well', () => {
  expect(countTestsOf(buildReport(buildFile('a.test.ts', 'failed')), 1).failed).toBe(1);
});

it('counts each file that failed without a failed test', () => {
  const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] };
  const hookThrew = { name: 'c.test.ts', status: 'failed', assertionResults: [buildTest('skipped')] };

  expect(countTestsOf(buildReport(...green.testResults, broken, hookThrew), 1).failed).toBe(2);
});

it.each([
  ['the exit code says so', green, 1],
  ['the report says so', { ...green, success: false }, 0],
])('counts one failure when nothing failed and yet %s', (_, report, exitCode) => {
  expect(countTestsOf(report, exitCode).failed).toBe(1);
});

it('lists the files in which something failed', () => {
  const report = buildReport(...green.testResults, buildFile('b.test.ts', 'passed', 'failed'));

  expect(listFailedFiles(report)).toEqual(['b.test.ts']);
});

it('counts a file that was run again as it ended the second time', () => {
  const first = buildReport(...green.testResults, buildFile('b.test.ts', 'passed', 'failed'));

  const passedThen = replaceFiles(first, buildReport(buildFile('b.test.ts', 'passed', 'passed')));
  const failedAgain = replaceFiles(first, buildReport(buildFile('b.test.ts', 'failed', 'failed')));

  expect(countTestsOf(passedThen, 0)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  expect(countTestsOf(failedAgain, 1)).toEqual({ passed: 2, failed: 2, skipped: 0 });
});
