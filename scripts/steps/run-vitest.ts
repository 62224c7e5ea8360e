import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Counts } from './counts.ts';
import { root, runTool } from './run-tool.ts';
import { readCounts } from './vitest-report.ts';

const vitest = { package: 'vitest' };

/** Runs Vitest on this terminal and counts its tests. */
export function runVitest(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  return withResultFile(async (file, read) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const exitCode = await runTool(vitest, ['run', ...reporters, ...args], env);
    return readCounts(read(), exitCode);
  });
}

/**
 * Counts tests without running anything, not even the files they are in: those may want a browser.
 * The price is that `it.each` counts as one, and tests marked as skipped are left out.
 */
export function countTests(args: readonly string[]): Promise<number> {
  return withResultFile(async (file, read) => {
    await runTool(vitest, ['list', '--static-parse', `--json=${file}`, ...args]);
    return v.parse(v.array(v.unknown()), JSON.parse(read())).length;
  });
}

/** Inside node_modules, so that the path has no space or quote in it and git does not see the file. */
async function withResultFile<T>(use: (file: string, read: () => string) => Promise<T>): Promise<T> {
  const folder = join('node_modules', '.cache', 'test-results');
  const file = join(folder, `${process.pid}.json`);
  mkdirSync(join(root, folder), { recursive: true });
  try {
    return await use(file, () => readFileSync(join(root, file), 'utf8'));
  } finally {
    rmSync(join(root, file), { force: true });
  }
}
