import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserTitles } from '../browsers.ts';
import { judgePromise, type Reports } from './judge-promise.ts';
import { readPromises } from './promises.ts';
import { runStep, type StepResult } from './run-step.ts';
import { root } from './run-tool.ts';

/** Holds each promise of SECURITY.md against the tests that have just run. */
export function runPromisesStep(steps: Record<keyof Reports, StepResult>): Promise<StepResult> {
  const reports = { unit: steps.unit.report, chromium: steps.chromium.report, firefox: steps.firefox.report };
  return runStep('Promises of SECURITY.md', async () => {
    const promises = readPromises(readFileSync(join(root, 'SECURITY.md'), 'utf8'));
    if (promises.length === 0) throw new Error('SECURITY.md promises nothing that could be read.');
    const judged = promises.map(({ sentence, tests }) => ({
      sentence,
      ...judgePromise({ sentence, tests }, reports, root),
    }));
    for (const { sentence, faults } of judged) {
      if (faults.length > 0) console.error(`Not proved: ${sentence}\n  ${faults.join('\n  ')}`);
    }
    const count = (wanted: string): number => judged.filter(({ outcome }) => outcome === wanted).length;
    const missing = (['unit', 'chromium', 'firefox'] as const).flatMap((run) => {
      const number = judged.filter((each) => each.missing.includes(run)).length;
      const what = run === 'unit' ? 'by unit tests' : `in ${browserTitles[run]}`;
      return number > 0 ? [`NOT CHECKED: ${number} promises ${what}, because those tests did not run.`] : [];
    });
    return {
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      ...(missing.length > 0 && { notice: missing.join('\n') }),
    };
  });
}
