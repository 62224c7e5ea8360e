import * as v from 'valibot';
import { type Counts, oneFailure } from './counts.ts';

const Report = v.object({
  success: v.boolean(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(
        v.object({ status: v.string(), ancestorTitles: v.array(v.string()), title: v.string() }),
      ),
    }),
  ),
});

/** What Vitest's `json` reporter wrote, file by file. */
export type VitestReport = v.InferOutput<typeof Report>;

export function readReport(json: string): VitestReport {
  return v.parse(Report, JSON.parse(json));
}

export function listFailedFiles({ testResults }: VitestReport): string[] {
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

/** The report of a run in which some files were run again: for them the second time counts. */
export function replaceFiles(first: VitestReport, second: VitestReport): VitestReport {
  const again = new Set(second.testResults.map(({ name }) => name));
  return {
    success: second.success,
    testResults: [...first.testResults.filter(({ name }) => !again.has(name)), ...second.testResults],
  };
}

/**
 * Counts the tests of a report.
 *
 * A file that failed without a failing test (it did not load, or a hook threw) counts as one failure, and so does a
 * run that failed for another reason, such as an unhandled rejection or finding no tests at all.
 */
export function countTestsOf({ success, testResults }: VitestReport, exitCode: number): Counts {
  const statuses = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const failed = failedTests + brokenFiles.length;
  const wentWrong = exitCode !== 0 || !success;
  return {
    passed,
    failed: wentWrong ? Math.max(failed, oneFailure.failed) : failed,
    skipped: statuses.length - passed - failedTests,
  };
}
