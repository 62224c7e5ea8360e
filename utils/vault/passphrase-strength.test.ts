import { expect, it } from 'vitest';
import { findPassphraseProblem } from './passphrase-strength';

it.each([
  ['', 'too-short'],
  ['elevenchars', 'too-short'],
  ['👩‍👩‍👧‍👦', 'too-short'],
  // One character for the eye and for NFKC, two as typed.
  ['e\u0301'.repeat(6), 'too-short'],
  ['aaaaaaaaaaaaaaaa', 'too-uniform'],
  ['121212121212', 'too-uniform'],
  ['half a character \ud83d', 'malformed'],
  ['correct horse', undefined],
  ['Knetik-2026!', undefined],
  ['пароль из слов', undefined],
])('the problem of "%s" is %s', (passphrase, problem) => {
  expect(findPassphraseProblem(passphrase)).toBe(problem);
});
