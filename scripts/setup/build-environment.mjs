// @ts-check
import { delimiter, dirname, join } from 'node:path';

/**
 * The environment in which `node`, the project's tools and every nested `npm run` are those chosen here.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node path of the executable
 * @param {string} root the project's folder
 * @returns {NodeJS.ProcessEnv}
 */
export function buildEnvironment(env, node, root) {
  // Windows says `Path`; a second key `PATH` beside it would win or lose by chance.
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [join(root, 'node_modules', '.bin'), dirname(node)];
  const path = [...folders, ...(env[pathKey] ?? '').split(delimiter).filter((folder) => !folders.includes(folder))];
  return { ...env, [pathKey]: path.filter(Boolean).join(delimiter), NODE: node, npm_node_execpath: node };
}
