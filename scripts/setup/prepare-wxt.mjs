// @ts-check
import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isStale } from './is-stale.mjs';
import { runQuietly } from './run.mjs';

/**
 * Generates `.wxt/`, which tsconfig.json extends, when something it is made from has changed.
 * @param {string} root the project's folder
 * @param {{ node: string, env: NodeJS.ProcessEnv }} options
 */
export async function prepareWxt(root, { node, env }) {
  const config = join(root, 'wxt.config.ts');
  const made = join(root, '.wxt', 'tsconfig.json');
  const sources = ['package-lock.json', 'entrypoints', 'public'].map((name) => join(root, name));
  if (!existsSync(config) || !isStale(made, [config, ...sources])) return;

  console.log('Generating types (wxt prepare) …');
  await runQuietly(node, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], { cwd: root, env });
  // WXT leaves a file alone whose text stays the same, and it would look stale for ever.
  utimesSync(made, new Date(), new Date());
}
