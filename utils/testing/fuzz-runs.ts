const { KC_FUZZ_RUNS = '1', KC_FUZZ_SEED } = process.env;

/** How many times as many runs as in `npm test`; `npm run fuzz` sets it. */
export const FUZZ_FACTOR = Number(KC_FUZZ_RUNS);

/** For `fc.assert`: so many runs in `npm test`, more in `npm run fuzz`, with its seed if there is one. */
export const fuzz = (runs: number): { numRuns: number; seed?: number } => ({
  numRuns: Math.ceil(runs * FUZZ_FACTOR),
  ...(KC_FUZZ_SEED && { seed: Number(KC_FUZZ_SEED) }),
});
