import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, sendableText } from '../testing/any-text';
import { redact, tidyServerText } from './redact';

describe('redact', () => {
  it.each([
    [
      'the refresh token that KnetikCloud repeats',
      'Invalid refresh token: tGzv3JOkF0',
      ['tGzv3JOkF0'],
      'Invalid refresh token: •••',
    ],
    ['every occurrence', 'hunter2hunter2 hunter2', ['hunter2'], '•••••• •••'],
    ['what a pattern would take for syntax', 'not .*+?^${}()|[]\\/-', ['.*+?^${}()|[]\\/-'], 'not •••'],
    ['the percent-encoded form', 'body was p%C3%A4ss%2Bw%26rd', ['päss+w&rd'], 'body was •••'],
    ['the form-encoded form', 'body was p%C3%A4ss+w+%7E', ['päss w ~'], 'body was •••'],
    ['the percent-encoded form in small letters', 'body was p%c3%a4ss%2bw', ['päss+w'], 'body was •••'],
    ['the form escaped for HTML', 'Bad: a&amp;b&lt;c&gt;&quot;d', ['a&b<c>"d'], 'Bad: •••'],
    ['an apostrophe escaped for HTML', 'rock&#39;n&#39; rock&#x27;n&#x27;', ["rock'n'"], '••• •••'],
    ['one of four letters inside a word', 'xabcdx', ['abcd'], 'x•••x'],
    ['the longer one of two that overlap', 'abcdefgh', ['abcd', 'abcdefgh'], '•••'],
    ['a short one that stands alone', 'wrong PIN 42.', ['42'], 'wrong PIN •••.'],
    ['a short one with a hyphen', 'wrong PIN "4-2"', ['4-2'], 'wrong PIN "•••"'],
  ])('replaces %s', (_case, text, secrets, redacted) => {
    expect(redact(text, secrets)).toBe(redacted);
  });

  it.each([
    ['a short secret inside a word', 'status 1420', ['42']],
    ['a short secret inside a word of another alphabet', 'äéö', ['é']],
    ['anything for an empty secret', 'Bad credentials', ['']],
    ['a gap between words for an empty secret', 'Bad - credentials', ['']],
    ['anything without secrets', 'Bad credentials', []],
  ])('does not replace %s', (_case, text, secrets) => {
    expect(redact(text, secrets)).toBe(text);
  });

  const secret = sendableText({ minLength: 4, maxLength: 30 }).filter((text) => !text.includes('•'));

  it('never leaves a secret, nor its encoded forms', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), anyText(), anyText(), (secrets, before, after) => {
        const encoded = secrets.flatMap((each) => [each, encodeURIComponent(each)]);
        const redacted = redact(before + encoded.join(after) + after, secrets);
        for (const each of encoded) expect(redacted).not.toContain(each);
      }),
    );
  });

  it('never throws for a secret that can be sent', () => {
    fc.assert(
      fc.property(anyText(), fc.array(sendableText()), (text, secrets) => {
        expect(redact(text, secrets)).toBeTypeOf('string');
      }),
    );
  });
});

it.each([
  ['on one line, without what is around it', ' Bad\u202E\n\tcredentials ', 'Bad credentials'],
  ['whole when it has 300 letters', 'x'.repeat(300), 'x'.repeat(300)],
  ['cut when it has one more', 'x'.repeat(301), `${'x'.repeat(299)}…`],
  ['without a secret that the server put a line break into', 'No: my\nwords', 'No: •••'],
])('a text of the server is shown %s', (_case, text, shown) => {
  expect(tidyServerText(text, ['my words'])).toBe(shown);
});
