import * as v from 'valibot';
import { type Counts, oneFailure } from './counts.ts';

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * Counts the tests in what Vitest's `json` reporter wrote.
 *
 * A file that failed without a failing test (it did not load, or a hook threw) counts as one failure, and so does a
 * run that failed for another reason, such as an unhandled rejection or finding no tests at all.
 */
export function readCounts(json: string, exitCode: number): Counts {
  const report = v.parse(Report, JSON.parse(json));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  const wentWrong = exitCode !== 0 || !report.success;
  return {
    passed: report.numPassedTests,
    failed: wentWrong ? Math.max(failed, oneFailure.failed) : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
