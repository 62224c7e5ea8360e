// npm test: everything that can be checked here, whatever fails on the way.
import { runBuildStep } from './steps/build-step.ts';
import { noTests } from './steps/counts.ts';
import { runEndToEndStep } from './steps/end-to-end-step.ts';
import { printSummary } from './steps/print-summary.ts';
import { runStep, type StepCounts, type StepResult } from './steps/run-step.ts';
import { runCheck } from './steps/run-tool.ts';
import { runVitest } from './steps/run-vitest.ts';

const results: StepResult[] = [];

async function step(name: string, work: () => Promise<StepCounts>): Promise<void> {
  results.push(await runStep(name, work));
}

await step('Types', () => runCheck({ package: 'typescript', program: 'tsc' }, '--noEmit'));
await step('Lint', () => runCheck({ package: 'oxlint' }, '--type-aware', '--deny-warnings'));
await step('Format', () => runCheck({ package: 'oxfmt' }, '--check'));
await step('Dead code', () => runCheck({ package: 'knip' }));
await step('Unit tests', () => runVitest([]));

const chromiumBuild = await runBuildStep('chromium');
const firefoxBuild = await runBuildStep('firefox');
results.push(chromiumBuild, firefoxBuild);

const isBuilt = [chromiumBuild, firefoxBuild].every((build) => build.outcome === 'ok');
await step('Sizes', async () =>
  isBuilt ? runCheck({ package: 'size-limit' }) : { ...noTests, notice: 'SKIPPED: sizes, because a build failed.' },
);

// One browser after the other: two at once disturb each other's timing.
const env = { KC_ALL_DAY_SECONDS: '30' };
results.push(await runEndToEndStep('chromium', { build: chromiumBuild, env }));
results.push(await runEndToEndStep('firefox', { build: firefoxBuild, env }));

// Not exitCode: a download that was given up may still hold its socket open.
process.exit(printSummary(results));
