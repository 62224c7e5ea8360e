import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEncoding, anySecret, ENCODINGS, findLeaks, mirror } from '../testing/any-mirror';
import { anyText } from '../testing/any-text';
import { fuzz } from '../testing/fuzz-runs';
import { redact, tidyServerText } from './redact';

const around = fc.tuple(anyText({ maxLength: 12 }), anyText({ maxLength: 12 }));
/** Between words: what is written right before an encoded text can become part of another encoding. */
const embed = ([before, after]: [string, string], text: string): string => `${before} "${text}" ${after}`;

describe('what a server repeats of a secret is not shown', () => {
  it.each(Object.keys(ENCODINGS))('%s', (encoding) => {
    fc.assert(
      fc.property(anySecret, around, (secret, words) => {
        const said = embed(words, mirror(secret, encoding));
        expect(findLeaks(redact(said, [secret]), [secret])).toEqual([]);
      }),
      fuzz(60),
    );
  });

  it('several secrets, each in any encoding, also once more made ready to be shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anySecret, anyEncoding), { minLength: 1, maxLength: 4 }),
        around,
        (pairs, words) => {
          const secrets = pairs.map(([secret]) => secret);
          const said = embed(words, pairs.map(([secret, encoding]) => mirror(secret, encoding)).join(' and '));
          expect(findLeaks(tidyServerText(said, secrets), secrets)).toEqual([]);
        },
      ),
      fuzz(200),
    );
  });
});

it('texts in which there is no secret stay as they are', () => {
  const words = fc.array(fc.constantFrom('Bad', 'credentials', 'for', '"client%20x"', '&amp;', 'a+b', 'c2Vj', '\\n'));
  fc.assert(
    fc.property(words, fc.string({ unit: 'grapheme-ascii', minLength: 8 }), (said, secret) => {
      const text = said.join(' ');
      fc.pre(!text.replaceAll(/[\s+]/g, '').includes(secret.replaceAll(/[\s+]/g, '')));
      expect(redact(text, [`${secret}#12345678`])).toBe(text);
    }),
    fuzz(100),
  );
});

it('texts and secrets that are made to take long do not', () => {
  const parts = ['%', '%41', '\\', '\\u0041', '&#', '&#65;', '&amp;', ' ', '+', 'A', 'QUFB', '41', '\u200B'];
  const repeat = (length: number) =>
    fc
      .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 })
      .map((some) => some.join('').repeat(length / some.length));
  fc.assert(
    fc.property(repeat(30_000), fc.oneof(repeat(2000), anySecret), (text, secret) => {
      const start = performance.now();
      tidyServerText(text, [secret]);
      expect(performance.now() - start).toBeLessThan(2000);
    }),
    fuzz(4),
  );
});
