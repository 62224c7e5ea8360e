import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import type { StepCounts } from './run-step.ts';
import { root, runTool } from './run-tool.ts';
import { countTestsOf, listFailedFiles, readReport, replaceFiles, type VitestReport } from './vitest-report.ts';

const vitest = { package: 'vitest' };

/** Runs Vitest on this terminal and counts its tests. */
export async function runVitest(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<StepCounts> {
  const { report, exitCode } = await runForReport(args, env);
  return { ...countTestsOf(report, exitCode), report };
}

/**
 * Runs Vitest on the files with one of the `filters` in their path, or on all, and those that failed once more, in a new
 * browser: on a machine that does other things, too, one of a thousand tests is late. The notice names those files; what
 * fails twice has failed.
 */
export async function runVitestTwice(
  options: readonly string[],
  filters: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<StepCounts> {
  const first = await runForReport([...options, ...filters], env);
  const failedFiles = listFailedFiles(first.report).map((file) => relative(root, file));
  if (failedFiles.length === 0) return { ...countTestsOf(first.report, first.exitCode), report: first.report };
  console.log(`\nOnce more, because something in them failed: ${failedFiles.join(', ')}`);
  const second = await runForReport([...options, ...failedFiles], env);
  const report = replaceFiles(first.report, second.report);
  const counts = countTestsOf(report, second.exitCode);
  return { ...counts, report, notice: `RUN TWICE, because something in them failed: ${failedFiles.join(', ')}` };
}

function runForReport(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ report: VitestReport; exitCode: number }> {
  return withResultFile(async (file, read) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const exitCode = await runTool(vitest, ['run', ...reporters, ...args], env);
    return { report: readReport(read()), exitCode };
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
