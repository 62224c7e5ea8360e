// @vitest-environment node
import { expect, it } from 'vitest';
import { chooseNpm } from './install-packages.mjs';

it('uses the npm that runs the script', () => {
  const npm = chooseNpm({ npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js' }, 'linux');

  expect(npm).toMatchObject({ program: process.execPath, args: ['/usr/lib/node_modules/npm/bin/npm-cli.js'] });
});

it.each([
  ['another package manager runs it', { npm_execpath: '/usr/lib/node_modules/yarn/bin/yarn.js' }],
  ['nothing does', {}],
])('uses the npm on PATH when %s', (_, env) => {
  expect(chooseNpm(env, 'linux')).toEqual({ program: 'npm', args: [], shell: false });
});

it('starts npm.cmd through a shell on Windows', () => {
  expect(chooseNpm({}, 'win32')).toMatchObject({ program: 'npm', shell: true });
});
