// npm run e2e -- [group] [--browser=chromium|firefox] [--no-build]
import { join } from 'node:path';
import { forgetEvidence, formatEvidence, readEvidence } from './evidence/totals.ts';
import { runBuildStep } from './steps/build-step.ts';
import { readE2eArguments } from './steps/e2e-arguments.ts';
import { listGroups } from './steps/e2e-groups.ts';
import { runEndToEndStep } from './steps/end-to-end-step.ts';
import { printSummary } from './steps/print-summary.ts';
import type { StepResult } from './steps/run-step.ts';
import { root } from './steps/run-tool.ts';

const wanted = readE2eArguments(process.argv.slice(2), listGroups(join(root, 'e2e')));
if (wanted.kind === 'refused') {
  console.error(wanted.why);
  process.exit(2);
}

const results: StepResult[] = [];
forgetEvidence();
// One browser after the other: two at once disturb each other's timing.
for (const browser of wanted.browsers) {
  const build = wanted.build ? await runBuildStep(browser) : undefined;
  if (build) results.push(build);
  results.push(await runEndToEndStep(browser, { build, group: wanted.group }));
}

// Not exitCode: a download that was given up may still hold its socket open.
process.exit(printSummary(results, [formatEvidence(readEvidence())]));
