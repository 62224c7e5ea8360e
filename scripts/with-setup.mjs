// @ts-check
// Makes a fresh clone ready, then runs a script in it: node scripts/with-setup.mjs <script> [arguments]
//
// Plain JavaScript without packages, for Node 18 and later: it runs before anything is installed. What is in
// place already is left alone, so that from the second time on it costs a few milliseconds.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEnvironment } from './setup/build-environment.mjs';
import { chooseNode } from './setup/choose-node.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { prepareWxt } from './setup/prepare-wxt.mjs';
import { run } from './setup/run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);

try {
  if (!script) throw new Error('Usage: node scripts/with-setup.mjs <script> [arguments]');
  const node = await chooseNode(root);
  const env = buildEnvironment(process.env, node, root);
  await installPackages(root, { env, announce: 'Installing packages (npm ci), this takes about half a minute …' });
  await prepareWxt(root, { node, env });
  // Node 22 warns about its own type stripping at every start.
  const { exitCode } = await run(node, ['--disable-warning=ExperimentalWarning', script, ...args], { cwd: root, env });
  process.exitCode = exitCode;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
