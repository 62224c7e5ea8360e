// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} RunOptions
 * @typedef {{ exitCode: number, interrupted: boolean }} Exit `interrupted`: this process was told to stop meanwhile.
 */

/**
 * Runs a program on this terminal. Killed by a signal it exits with 128 + its number, as in a shell.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Exit>}
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    const passing = passSignalsTo(child);
    child.once('error', (error) => {
      passing.end();
      reject(error);
    });
    child.once('close', (code, signal) => {
      passing.end();
      resolve({ exitCode: toExitCode(code, signal), interrupted: passing.received() });
    });
  });
}

/**
 * Runs a program that is of no interest while it works; its output is in the error when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<void>}
 */
export function runQuietly(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let output = '';
    const passing = passSignalsTo(child);
    const append = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on('data', append);
    child.stderr.on('data', append);
    child.once('error', (error) => {
      passing.end();
      reject(error);
    });
    child.once('close', (code, signal) => {
      passing.end();
      if (passing.received()) process.exit(toExitCode(code, signal) || 130);
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(' ')} failed:\n${output.trim()}`));
    });
  });
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function toExitCode(code, signal) {
  if (signal) return 128 + constants.signals[signal];
  return code ?? 1;
}

/**
 * A signal must end the child, and this process only after it: else browsers and servers are left behind.
 * On a terminal Ctrl-C reaches the child by itself, and a second one would cut its cleaning up short.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignalsTo(child) {
  let received = false;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    received = true;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return {
    received: () => received,
    end: () => process.off('SIGINT', pass).off('SIGTERM', pass),
  };
}
