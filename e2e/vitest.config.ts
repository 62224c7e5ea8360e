import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['e2e/*/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: two are slower than one after the other, and steal each other's focus.
    fileParallelism: false,
    // A machine that does other things, too, makes one of a thousand late; the report names those that needed it.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
