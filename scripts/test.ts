// npm test: everything that can be checked here, whatever fails on the way.
import { forgetEvidence, formatEvidence, readEvidence } from './evidence/totals.ts';
import { runBuildStep } from './steps/build-step.ts';
import { checkSignatures } from './steps/check-signatures.ts';
import { noTests } from './steps/counts.ts';
import { runEndToEndStep } from './steps/end-to-end-step.ts';
import { lintFirefox } from './steps/lint-firefox.ts';
import { printSummary } from './steps/print-summary.ts';
import { runPromisesStep } from './steps/promises-step.ts';
import { checkReproducible } from './steps/reproducible-step.ts';
import { runStep, type StepCounts, type StepResult } from './steps/run-step.ts';
import { runCheck } from './steps/run-tool.ts';
import { runVitest } from './steps/run-vitest.ts';

const results: StepResult[] = [];
forgetEvidence();

async function step(name: string, work: () => Promise<StepCounts>): Promise<StepResult> {
  const result = await runStep(name, work);
  results.push(result);
  return result;
}

await step('Types', () => runCheck({ package: 'typescript', program: 'tsc' }, '--noEmit'));
await step('Lint', () => runCheck({ package: 'oxlint' }, '--type-aware', '--deny-warnings'));
await step('Format', () => runCheck({ package: 'oxfmt' }, '--check'));
await step('Dead code', () => runCheck({ package: 'knip' }));
const unit = await step('Unit tests', () => runVitest([]));

const chromiumBuild = await runBuildStep('chromium');
const firefoxBuild = await runBuildStep('firefox');
results.push(chromiumBuild, firefoxBuild);

const isBuilt = [chromiumBuild, firefoxBuild].every((build) => build.outcome === 'ok');
await step('Sizes', async () =>
  isBuilt ? runCheck({ package: 'size-limit' }) : { ...noTests, notice: 'SKIPPED: sizes, because a build failed.' },
);
await step('Firefox linter', lintFirefox);
await step('Reproducible', checkReproducible);
await step('Signatures of the packages', checkSignatures);

// One browser after the other: two at once disturb each other's timing.
const env = { KC_ALL_DAY_SECONDS: '30' };
const chromium = await runEndToEndStep('chromium', { build: chromiumBuild, env });
const firefox = await runEndToEndStep('firefox', { build: firefoxBuild, env });
results.push(chromium, firefox);

results.push(await runPromisesStep({ unit, chromium, firefox }));

// Not exitCode: a download that was given up may still hold its socket open.
process.exit(printSummary(results, [formatEvidence(readEvidence())]));
