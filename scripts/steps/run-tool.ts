import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { type Counts, noTests, oneFailure } from './counts.ts';
import { run } from '../setup/run.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const Bin = v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) });

/**
 * Runs a package's program with this very Node and answers its exit code. The shims in node_modules/.bin would need a
 * shell on Windows, and would swallow signals there.
 */
export async function runTool(
  tool: { package: string; program?: string },
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const folder = join(root, 'node_modules', tool.package);
  const { bin } = v.parse(Bin, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[tool.program ?? tool.package];
  if (!file) throw new Error(`The package ${tool.package} has no program ${tool.program ?? tool.package}.`);
  const exit = await run(process.execPath, [join(folder, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  // Whoever pressed Ctrl-C wants out, not the next step.
  if (exit.interrupted) process.exit(exit.exitCode || 130);
  return exit.exitCode;
}

/** Runs a tool that has no tests to count. */
export async function runCheck(tool: { package: string; program?: string }, ...args: string[]): Promise<Counts> {
  return (await runTool(tool, args)) === 0 ? noTests : oneFailure;
}
