import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, buildAnswer, PASSWORD, PASSWORD_REQUEST, REFRESH_TOKEN, TOKEN_BODY } from '../testing/examples';
import { redact } from './redact';
import { readTokenAnswer } from './token-response';

describe('a secret that a server repeats is replaced', () => {
  it.each([
    ['percent-encoded in lower case', 'was p%c3%a4ss%2bw', 'päss+w', 'was •••'],
    ['percent-encoded twice', 'was p%25C3%25A4ss%252Bw', 'päss+w', 'was •••'],
    ['in JSON', String.raw`was "say \"hi\"\u0021"`, 'say "hi"!', 'was "•••"'],
    ['in HTML', '<b>a&lt;b&gt;&#x26;c&#39;</b>', "a<b>&c'", '<b>•••</b>'],
    [
      'in Basic credentials',
      `Basic ${btoa('johndoe:A3ddj3w-swordfish')}`,
      'A3ddj3w-swordfish',
      'Basic am9obmRvZTp•••A==',
    ],
    ['in hexadecimal', 'was 41336464 6A3377', 'A3ddj3w', 'was •••'],
    ['on two lines', 'was A3dd\n  j3w.', 'A3ddj3w', 'was •••.'],
    ['with letters without width in it', 'was A3\u{E0020}dd\u200Bj3w.', 'A3ddj3w', 'was •••.'],
    ['that holds what another encoding would escape', String.raw`was a\&#39;b`, String.raw`a\'b`, 'was •••'],
  ])('%s', (_case, text, secret, redacted) => {
    expect(redact(text, [secret])).toBe(redacted);
  });

  it('however long it is', () => {
    const secret = 'x%41'.repeat(25_000);
    expect(redact(`was ${secret}.`, [secret])).toBe('was •••.');
  });

  it('and what only begins like it is not', () => {
    expect(redact('A3ddj3 QTNkZGo=', ['A3ddj3w-swordfish'])).toBe('A3ddj3 QTNkZGo=');
  });
});

describe('what a server repeats in an answer that is good is not shown either', () => {
  it('as a scope', () => {
    const scope = `read ${PASSWORD} ${ACCESS_TOKEN} ${REFRESH_TOKEN}`;
    const reading = readTokenAnswer(buildAnswer(200, { ...TOKEN_BODY, scope }), PASSWORD_REQUEST);
    expect(reading).toMatchObject({ ok: true, token: { scope: 'read ••• ••• •••' } });
  });

  it('as a type of token', () => {
    const body = { ...TOKEN_BODY, token_type: `mac ${REFRESH_TOKEN}` };
    const reading = readTokenAnswer(buildAnswer(200, body), PASSWORD_REQUEST);
    expect(reading).toMatchObject({ ok: false, failure: { token_type: 'mac •••' } });
  });
});
