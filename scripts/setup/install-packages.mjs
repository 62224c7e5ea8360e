// @ts-check
import { statSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isStale } from './is-stale.mjs';
import { runQuietly } from './run.mjs';

/**
 * Installs what `folder/package-lock.json` names, exactly, unless that is already there.
 *
 * Without install scripts: nothing here needs one, and the only package that has one reports home.
 * @param {string} folder
 * @param {{ env: NodeJS.ProcessEnv, announce: string }} options
 */
export async function installPackages(folder, { env, announce }) {
  const lock = join(folder, 'package-lock.json');
  // npm writes this copy last, so an interrupted installation counts as none.
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!isStale(installed, [lock])) return;

  console.log(announce);
  const npm = chooseNpm(process.env, process.platform);
  // NODE_ENV=production and `omit` settings must not leave out the tools that everything here needs.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runQuietly(npm.program, [...npm.args, ...args], { cwd: folder, env, shell: npm.shell });
  // A lock file dated in the future (an unpacked archive, another clock) would otherwise mean installing every time.
  if (isStale(installed, [lock])) utimesSync(installed, new Date(), statSync(lock).mtime);
}

/**
 * The npm that runs this script, as npm itself tells it, else the one on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function chooseNpm(env, platform) {
  const cli = env['npm_execpath'];
  if (cli && basename(cli) === 'npm-cli.js') return { program: process.execPath, args: [cli], shell: false };
  // On Windows npm is a .cmd file, which only a shell can start.
  return { program: 'npm', args: [], shell: platform === 'win32' };
}
