// npm run soak: the token keeper's random lives, fifty times as many as in `npm test`.
import { runVitest } from './steps/run-vitest.ts';

const RUNS = 100_000;
const { passed, failed, skipped } = await runVitest(['utils/services/token-keeper.model.test.ts'], {
  KC_MODEL_RUNS: String(RUNS),
});
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
