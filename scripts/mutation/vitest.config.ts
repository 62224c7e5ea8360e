// The unit tests beside the code that is mutated (Stryker sets `dir`). They need neither browser nor texts, and share one
// worker, so that a mutant costs a fraction of a second. The worker is new for each, as it must be for constants.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = join(import.meta.dirname, '../..');

/** The first test that fails ends a mutant, so thousands of random cases come last. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): boolean => /property|model|both-browsers/.test(moduleId);
    return Promise.resolve([...files.filter((file) => !isSlow(file)), ...files.filter(isSlow)]);
  }
}

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['**/*.test.ts'],
    setupFiles: [join(import.meta.dirname, 'same-every-time.ts')],
    // Few, but the same in each run; `npm test` has many, and new ones each time.
    env: { KC_MODEL_RUNS: '20' },
    sequence: { sequencer: QuickFirst },
    isolate: false,
    restoreMocks: true,
  },
});
