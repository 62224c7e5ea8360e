// @vitest-environment node
import { expect, it } from 'vitest';
import { run, runQuietly, toExitCode } from './run.mjs';

it.each([
  ['a program that ended by itself', 3, null, 3],
  ['a program killed by SIGTERM', null, 'SIGTERM', 143],
  ['a program killed by SIGINT', null, 'SIGINT', 130],
] as const)('gives %s the exit code a shell would', (_, code, signal, expected) => {
  expect(toExitCode(code, signal)).toBe(expected);
});

it('answers the exit code of the program', async () => {
  expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toEqual({ exitCode: 7, interrupted: false });
});

it('tells what a quiet program said when it fails', async () => {
  const failing = runQuietly(process.execPath, ['-e', 'console.error("disk full"); process.exit(1)']);

  await expect(failing).rejects.toThrow('disk full');
});

it('rejects when there is no such program', async () => {
  await expect(run('no-such-program-anywhere', [])).rejects.toThrow('ENOENT');
});
