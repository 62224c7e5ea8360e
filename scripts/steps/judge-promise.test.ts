// @vitest-environment node
import { expect, it } from 'vitest';
import { judgePromise, type Reports } from './judge-promise.ts';
import type { NamedTest } from './promises.ts';
import type { VitestReport } from './vitest-report.ts';

const ROOT = '/project';
const UNIT: NamedTest = { file: 'utils/a.test.ts', titles: ['a group', 'is %s in ${N} ways'] };
const E2E: NamedTest = { file: 'e2e/main/b.test.ts', titles: ['a test'] };

/** A report with one file; a title is `describe > it`. */
function buildReport(file: string, tests: Record<string, string>): VitestReport {
  const assertionResults = Object.entries(tests).map(([name, status]) => {
    const titles = name.split(' > ');
    return { status, ancestorTitles: titles.slice(0, -1), title: titles.at(-1) ?? '' };
  });
  return { success: true, testResults: [{ name: `${ROOT}/${file}`, status: 'passed', assertionResults }] };
}
const unit = (tests: Record<string, string>): Reports => ({
  unit: buildReport(UNIT.file, tests),
  chromium: undefined,
  firefox: undefined,
});
const browsers = (chromium: string | undefined, firefox: string | undefined): Reports => ({
  unit: undefined,
  chromium: chromium === undefined ? undefined : buildReport(E2E.file, { 'a test': chromium }),
  firefox: firefox === undefined ? undefined : buildReport(E2E.file, { 'a test': firefox }),
});
const judge = (test: NamedTest, reports: Reports) => judgePromise({ sentence: 'Safe.', tests: [test] }, reports, ROOT);

it.each([
  ['passed', { 'a group > is red in 7 ways': 'passed', 'a group > is blue in 7 ways': 'passed' }],
  // A case for the other browser.
  ['passed', { 'a group > is red in 7 ways': 'passed', 'a group > is blue in 7 ways': 'skipped' }],
  ['failed', { 'a group > is red in 7 ways': 'passed', 'a group > is blue in 7 ways': 'failed' }],
  ['failed', { 'a group > is red in 7 ways': 'skipped' }],
  ['failed', { 'a group > was red in 7 ways': 'passed' }],
  ['failed', { 'another group > is red in 7 ways': 'passed' }],
  ['failed', { 'is red in 7 ways': 'passed' }],
  ['failed', { 'a group > deeper > is red in 7 ways': 'passed' }],
])('a promise %s with %j', (outcome, tests) => {
  expect(judge(UNIT, unit(tests)).outcome).toBe(outcome);
});

it('a test of the same name in another file proves nothing', () => {
  const elsewhere = buildReport('utils/c.test.ts', { 'a group > is red in 7 ways': 'passed' });

  const verdict = judge(UNIT, { ...unit({}), unit: elsewhere });

  expect(verdict.faults).toEqual(['utils/a.test.ts › a group › is %s in ${N} ways is not there']);
});

it.each([
  ['passed', 'passed', 'passed', []],
  ['failed', 'passed', 'skipped', []],
  ['failed', 'failed', 'passed', []],
  // A browser that is missing on this machine fails nothing, but is told.
  ['passed', 'passed', undefined, ['firefox']],
  ['failed', undefined, 'failed', ['chromium']],
  ['skipped', undefined, undefined, ['chromium', 'firefox']],
] as const)('a promise %s when its end-to-end test %s in Chromium and %s in Firefox', (outcome, c, f, missing) => {
  expect(judge(E2E, browsers(c, f))).toMatchObject({ outcome, missing });
});

it.each([
  ['passed', 'passed', 'skipped'],
  ['passed', 'passed', undefined],
  ['failed', 'skipped', 'skipped'],
  ['skipped', undefined, 'skipped'],
  // Nobody would notice when it fails there.
  ['failed', 'passed', 'passed'],
] as const)('a promise for Chromium only %s when its test %s there and %s in Firefox', (outcome, c, f) => {
  expect(judge({ ...E2E, only: 'chromium' }, browsers(c, f)).outcome).toBe(outcome);
});

it('a promise without a test is not kept', () => {
  expect(judgePromise({ sentence: 'Safe.', tests: [] }, unit({}), ROOT).outcome).toBe('failed');
});
