// npm run fuzz: every property test with many times the runs of `npm test`, and with a seed that repeats them.
// `-- --seed 42` for one seed, `-- --runs 200` for 200 times the runs, and names of files for some of them.
import { parseArgs } from 'node:util';
import { runVitest } from './steps/run-vitest.ts';

const { values, positionals } = readArguments();
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
const runs = values.runs ?? process.env['KC_FUZZ_RUNS'] ?? '50';
console.log(
  `Seed ${seed}, ${runs} times the runs of npm test. Again with: npm run fuzz -- --seed ${seed} --runs ${runs}`,
);

const HOUR_MS = 3600_000;
const filters = positionals.length > 0 ? positionals : ['.property.test.ts'];
const { passed, failed, skipped } = await runVitest([`--testTimeout=${HOUR_MS}`, ...filters], {
  KC_FUZZ_RUNS: runs,
  KC_FUZZ_SEED: seed,
});
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped; seed ${seed}`);
process.exit(failed === 0 ? 0 : 1);

function readArguments() {
  try {
    return parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: npm run fuzz [-- --seed 42 --runs 200 read-import]`);
    process.exit(2);
  }
}
