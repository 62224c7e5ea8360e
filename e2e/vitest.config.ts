import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/*/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: two are slower than one after the other, and steal each other's focus.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
