import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{entrypoints,components,utils,sandbox,scripts,bench,soak}/**/*.test.{ts,tsx}'],
    setupFiles: ['utils/testing/english-texts.ts'],
    restoreMocks: true,
    // Vitest would leave one core of two idle.
    maxWorkers: '100%',
  },
});
