import * as fc from 'fast-check';

/** Any code point, and often one that means something to a form, a URL, a pattern or a line. */
const character = fc.oneof(
  fc.constantFrom(...Array.from('+&=%#?/\\.*-"\' \t\r\n\0')),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** Any text, lone surrogates included; fast-check's own "binary" takes a second to get ready. */
export const anyText = (length: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ unit: character, ...length });

/** Any text that can be sent as UTF-8. */
export const sendableText = (length: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  anyText(length).filter((text) => text.isWellFormed());
