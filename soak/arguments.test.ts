// @vitest-environment node
import { expect, it } from 'vitest';
import { readSoakArguments } from './arguments.ts';

const read = (...args: string[]) => readSoakArguments(args, () => 7);

it('runs everything for five minutes in Chromium with a seed of its own, where nothing is said', () => {
  expect(read()).toEqual({ browserName: 'chromium', minutes: 5, seed: 7, build: true, model: true });
});

it('takes what is said', () => {
  expect(read('--browser=firefox', '--minutes=0.5', '--seed=42', '--no-build', '--no-model')).toEqual({
    browserName: 'firefox',
    minutes: 0.5,
    seed: 42,
    build: false,
    model: false,
  });
});

it.each(['--browser=netscape', '--minutes=0', '--minutes=many', '--seed=x', '--seeds=1', 'chromium'])(
  'refuses %s',
  (arg) => {
    expect(read(arg)).toBeUndefined();
  },
);
