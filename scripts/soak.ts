// npm run soak -- [--browser=chromium|firefox] [--minutes=5] [--seed=…] [--no-build] [--no-model]
// The token keeper's random lives, fifty times as many as in `npm test`; then a browser at random work.
import { readSoakArguments, USAGE } from '../soak/arguments.ts';
import { runSoak } from '../soak/run-soak.ts';
import { ensureBrowser, explainMissing } from './browsers.ts';
import { runBuildStep } from './steps/build-step.ts';
import { runVitest } from './steps/run-vitest.ts';

const MODEL_RUNS = 100_000;

const wanted = readSoakArguments(process.argv.slice(2), () => Math.floor(Math.random() * 1_000_000));
if (!wanted) {
  console.error(USAGE);
  process.exit(2);
}
const { browserName, build, model } = wanted;

if (model) {
  const { passed, failed, skipped } = await runVitest(['utils/services/token-keeper.model.test.ts'], {
    KC_MODEL_RUNS: String(MODEL_RUNS),
  });
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) process.exit(1);
}
const executablePath = await ensureBrowser(browserName);
if (!executablePath) {
  console.error(explainMissing(browserName));
  process.exit(1);
}
if (build && (await runBuildStep(browserName)).outcome === 'failed') process.exit(1);

console.log(`\nSoak in ${browserName}, ${wanted.minutes} minutes, --seed=${wanted.seed}\n`);
const { report, isGood } = await runSoak({ ...wanted, executablePath });
console.log(report);
// Not exitCode: a download that was given up may still hold its socket open.
process.exit(isGood ? 0 : 1);
