// @vitest-environment node
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildEnvironment } from './build-environment.mjs';

const bin = join('/project', 'node_modules', '.bin');

it("puts the project's tools and the chosen Node before everything else", () => {
  const env = buildEnvironment({ PATH: ['/usr/bin', '/bin'].join(delimiter) }, '/opt/node/bin/node', '/project');

  expect(env['PATH']).toBe([bin, '/opt/node/bin', '/usr/bin', '/bin'].join(delimiter));
});

it('moves folders to the front instead of naming them twice', () => {
  const env = buildEnvironment(
    { PATH: ['/usr/bin', '/opt/node/bin'].join(delimiter) },
    '/opt/node/bin/node',
    '/project',
  );

  expect(env['PATH']).toBe([bin, '/opt/node/bin', '/usr/bin'].join(delimiter));
});

it('keeps the spelling that Windows gives the variable', () => {
  const env = buildEnvironment({ Path: '/windows' }, '/opt/node/node', '/project');

  expect(Object.keys(env)).not.toContain('PATH');
  expect(env['Path']).toContain('/windows');
});

it('tells npm which Node to run scripts with, and keeps the other variables', () => {
  const env = buildEnvironment({ npm_node_execpath: '/usr/bin/node', HOME: '/home/me' }, '/opt/node', '/project');

  expect(env).toMatchObject({ npm_node_execpath: '/opt/node', NODE: '/opt/node', HOME: '/home/me' });
});
