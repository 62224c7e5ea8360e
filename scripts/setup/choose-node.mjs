// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEnvironment } from './build-environment.mjs';
import { installPackages } from './install-packages.mjs';
import { isInRange } from './node-version.mjs';

/**
 * The Node to work with: the running one, else the one that scripts/node pins, installed there on first need.
 * @param {string} root the project's folder
 * @returns {Promise<string>} the path of the executable
 */
export async function chooseNode(root) {
  const range = readJson(join(root, 'package.json')).engines.node;
  // Node 23.0 to 23.5 are in range and yet cannot run TypeScript without a flag.
  const runsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
  if (runsTypeScript && isInRange(process.version, range)) return process.execPath;

  const folder = join(root, 'scripts', 'node');
  await installPackages(folder, {
    env: buildEnvironment(process.env, process.execPath, root),
    announce: `Node ${process.version} is not enough (${range} is needed): installing one for this project only …`,
  });
  const executable = findInstalledNode(folder);
  const version = executable && spawnSync(executable, ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (executable && version && isInRange(version, range)) return executable;
  throw new Error(
    `Node ${range} is needed, this is ${process.version}, and there is no ready-made one for ` +
      `${process.platform}-${process.arch}: please install the version named in .nvmrc.`,
  );
}

/**
 * npm installs only the one package that fits this machine.
 * @param {string} folder
 */
function findInstalledNode(folder) {
  return Object.keys(readJson(join(folder, 'package.json')).optionalDependencies)
    .flatMap((name) => ['node', 'node.exe'].map((file) => join(folder, 'node_modules', name, 'bin', file)))
    .find((path) => existsSync(path));
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
