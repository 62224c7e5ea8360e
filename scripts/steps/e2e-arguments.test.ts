// @vitest-environment node
import { expect, it } from 'vitest';
import { readE2eArguments } from './e2e-arguments.ts';

const groups = ['lifecycle', 'main'];

it('runs every group in every browser, after building, unless told otherwise', () => {
  expect(readE2eArguments([], groups)).toEqual({ kind: 'run', browsers: ['chromium', 'firefox'], build: true });
});

it('takes a group, a browser and the wish not to build in any order', () => {
  expect(readE2eArguments(['--no-build', 'main', '--browser=firefox'], groups)).toEqual({
    kind: 'run',
    group: 'main',
    browsers: ['firefox'],
    build: false,
  });
});

it('names the groups there are when asked for another', () => {
  expect(readE2eArguments(['mian'], groups)).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('lifecycle, main'),
  });
});

it.each([['--browser=safari'], ['--browser'], ['main', 'lifecycle']])('refuses %s %s', (...args) => {
  expect(readE2eArguments(args, groups).kind).toBe('refused');
});
