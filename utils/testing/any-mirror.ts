import * as fc from 'fast-check';
import { sendableText } from './any-text';

const toBytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const byCharacter = (text: string, encode: (code: number, character: string) => string): string =>
  Array.from(text, (character) => encode(character.codePointAt(0) ?? 0, character)).join('');
const byCodeUnit = (text: string, encode: (code: number) => string): string =>
  Array.from({ length: text.length }, (_, at) => encode(text.charCodeAt(at))).join('');
const toHex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
const percent = (text: string): string => Array.from(toBytes(text), (byte) => `%${toHex(byte, 2)}`).join('');
const lowerPercent = (text: string): string => text.replaceAll(/%../g, (escape) => escape.toLowerCase());

/** The ways in which a server may repeat what it was sent. */
export const ENCODINGS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  percent: encodeURIComponent,
  'percent in lower case': (secret) => lowerPercent(encodeURIComponent(secret)),
  'percent, every byte': percent,
  'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  form: (secret) => new URLSearchParams({ '': secret }).toString().slice(1),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON, all escaped': (secret) => byCodeUnit(secret, (code) => `\\u${toHex(code, 4)}`),
  'JSON twice': (secret) => JSON.stringify(JSON.stringify(secret)).slice(1, -1),
  'HTML names': (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'HTML decimal': (secret) => byCharacter(secret, (code) => `&#${code};`),
  'HTML hexadecimal': (secret) => byCharacter(secret, (code) => `&#x${code.toString(16).toUpperCase()};`),
  base64: (secret) => toBytes(secret).toString('base64'),
  base64url: (secret) => toBytes(secret).toString('base64url'),
  'Basic credentials': (secret) => toBytes(`johndoe:${secret}`).toString('base64'),
  hex: (secret) => toBytes(secret).toString('hex'),
  'HEX in capitals': (secret) => toBytes(secret).toString('hex').toUpperCase(),
  lines: (secret) => Array.from(secret).join('\n'),
  'pieces without width between': (secret) => Array.from(secret).join('\u200B'),
};

const tokenCharacter = fc.constantFrom(
  ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/'),
);

/**
 * Any secret that is long enough to be found in whatever it was turned into. Not one that stays itself when its white
 * space and plus signs are taken away, for then nobody can tell it from other words.
 */
export const anySecret: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: tokenCharacter, minLength: 8, maxLength: 40 }),
    sendableText({ minLength: 8, maxLength: 30 }),
    fc
      .tuple(
        fc.constantFrom('pä ss', 'A3dd&j3w', '<s3cr>"t"', "it's\\a"),
        sendableText({ minLength: 4, maxLength: 12 }),
      )
      .map((parts) => parts.join('')),
  )
  .filter((secret) => !secret.includes('•') && secret.replaceAll(/[\p{Cc}\p{Cf}\s+]/gu, '').length >= 8);

/** A way to repeat secrets, by its name. */
export const anyEncoding: fc.Arbitrary<string> = fc.constantFrom(...Object.keys(ENCODINGS));

export const mirror = (secret: string, encoding: string): string => ENCODINGS[encoding]?.(secret) ?? secret;

/** What of these secrets can be read in a text, in plain or encoded; spaces that only take it apart count for nothing. */
export function findLeaks(text: string, secrets: readonly string[]): string[] {
  const bare = text.replaceAll(/[\p{Cc}\p{Cf}\s]/gu, '');
  return secrets.flatMap((secret) =>
    Object.entries(ENCODINGS).flatMap(([name, encode]) => {
      const encoded = encode(secret);
      const isThere = text.includes(encoded) || bare.includes(encoded.replaceAll(/[\p{Cc}\p{Cf}\s]/gu, ''));
      return isThere ? [`${name}: ${encoded}`] : [];
    }),
  );
}
