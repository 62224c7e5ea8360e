import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sendableText } from '@/utils/testing/any-text';
import { quoteForEnv, quoteForPowerShell, quoteForShell } from './quote';

const folder = mkdtempSync(join(tmpdir(), 'quote-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HARD = [
  '',
  "it's",
  "'",
  "''\\''",
  '\\',
  '$HOME `id` $(id) ${x}',
  '!! !x "!x" it\'s!x',
  '%PATH% ^ & | ; < > ( ) * ? [a] {a,b} ~ #',
  '-x',
  '--data',
  '@/etc/passwd',
  '‘a’ ‚b‛ “c” „d‟',
  'a\nb\r\n\n c\t ',
  'ünï → 日本語 🂡',
];
// Many texts in one run: it is the start of a shell that takes its time.
const batch = fc
  .array(sendableText({ maxLength: 30 }), { minLength: 150, maxLength: 150 })
  .map((texts) => [...HARD, ...texts].map((text) => text.replaceAll('\0', '')));

/** What the shell, given this script, prints: values with a NUL behind each. */
function run(shell: readonly [string, ...string[]], script: string): string[] {
  const file = join(folder, 'script');
  writeFileSync(file, script);
  const [program, ...options] = shell;
  const printed = execFileSync(program, [...options, file], { encoding: 'utf8', maxBuffer: 1e8 });
  return printed.split('\0').slice(0, -1);
}

describe.each<[string, [string, ...string[]], string]>([
  ['bash', ['bash', '--norc'], ''],
  ['bash with its history, as where one types', ['bash', '--norc'], 'set -o history; set -H\n'],
  ['sh', ['sh'], ''],
])('%s', (_name, shell, prologue) => {
  it('takes every quoted text for one word, and for the same', () => {
    fc.assert(
      fc.property(batch, (texts) => {
        const lines = texts.map((text) => `printf '%s\\0' ${quoteForShell(text)}\n`);
        expect(run(shell, prologue + lines.join(''))).toEqual(texts);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('reads a line of a .env file as dotenv does', () => {
    fc.assert(
      fc.property(batch, (texts) => {
        const lines = texts.flatMap((text) => {
          const quoted = quoteForEnv(text);
          return quoted === undefined ? [] : [{ text, line: `NAME=${quoted}\n` }];
        });
        const script = lines.map(({ line }) => `${line}printf '%s\\0' "$NAME"\n`);
        expect(run(shell, prologue + script.join(''))).toEqual(lines.map(({ text }) => text));
        expect(lines.map(({ line }) => parse(line)['NAME'])).toEqual(lines.map(({ text }) => text));
        expect(lines.length).toBeGreaterThan(50);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

it.each(['abc.DEF_-~', "it's", 'a b#c', '$x', 'a\nb'])('a .env line can say %j', (text) => {
  expect(quoteForEnv(text)).toBeDefined();
});

it.each(['\'"', "'$", "'`", "'\\", '\r'])('no .env line can say %j to dotenv and to a shell', (text) => {
  expect(quoteForEnv(text)).toBeUndefined();
});

it.each([quoteForShell, quoteForPowerShell, quoteForEnv])('%o refuses what no program can be given', (quote) => {
  expect(['a\0b', 'a\uD800b'].map(quote)).toEqual([undefined, undefined]);
});

describe('PowerShell', () => {
  /** A single-quoted string as PowerShell's tokenizer reads it: undefined when it ends before its end, or never. */
  function readPowerShellString(source: string): string | undefined {
    const isQuote = (char: string | undefined) => char !== undefined && /['\u2018-\u201B]/.test(char);
    if (!isQuote(source[0])) return undefined;
    let text = '';
    for (let at = 1; at < source.length; at += 1) {
      if (isQuote(source[at])) {
        if (!isQuote(source[at + 1])) return at === source.length - 1 ? text : undefined;
        at += 1;
      }
      text += source[at];
    }
    return undefined;
  }

  it('takes every quoted text for one string, and for the same', () => {
    fc.assert(
      fc.property(batch, (texts) => {
        expect(texts.map((text) => readPowerShellString(quoteForPowerShell(text) ?? ''))).toEqual(texts);
      }),
    );
  });

  it('does so where it is installed', ({ skip }) => {
    try {
      execFileSync('pwsh', ['-Version']);
    } catch {
      skip('pwsh is not installed here');
    }
    const texts = [...HARD, ...fc.sample(sendableText(), 300)].map((text) => text.replaceAll('\0', ''));
    const script = texts.map((text) => `[Console]::Out.Write(${quoteForPowerShell(text)} + [char]0)\n`);
    const file = join(folder, 'script.ps1');
    writeFileSync(file, `\uFEFF[Console]::OutputEncoding = [Text.Encoding]::UTF8\n${script.join('')}`);
    const printed = execFileSync('pwsh', ['-NoProfile', '-File', file], { encoding: 'utf8' });
    expect(
      printed
        .replace(/^\uFEFF/, '')
        .split('\0')
        .slice(0, -1),
    ).toEqual(texts);
  });
});
