/** From one character to the one behind the last, in a text. */
export type Span = readonly [start: number, end: number];

/** A text, and for each of its code units where it stands in the text that it was decoded from. */
interface Decoded {
  text: string;
  spans: readonly Span[];
}

/** A letter less would be found in words that have nothing to do with it. */
const MIN_LENGTH = 4;
const MIN_BASE64_LENGTH = 6;
/** An error may be JSON in JSON, or an escaped address in a page. */
const MAX_DEPTH = 2;

/** What escapes one character; the text is what it stands for. */
interface Escapes {
  pattern: RegExp;
  read: (escape: string) => string;
}

/** RFC 3986 §2.1, of UTF-8. */
const PERCENT: Escapes = {
  pattern: /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi,
  read: (escape) => {
    const bytes = escape.slice(1).split('%');
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
  },
};
/** RFC 8259 §7. A line's end or a tab is a gap, whichever it is. */
const JSON_ESCAPES: Escapes = {
  pattern: /\\u[\da-f]{4}|\\["\\/bfnrt]/gi,
  read: (escape) => {
    if (/^\\u./i.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
    return /[bfnrt]/i.test(escape) ? ' ' : escape.slice(1);
  },
};
const NAMES = new Map(Object.entries({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }));
const HTML: Escapes = {
  pattern: /&#\d{1,7};|&#x[\da-f]{1,6};|&(?:amp|lt|gt|quot|apos);/gi,
  read: (escape) => {
    const name = escape.toLowerCase();
    const code = name[2] === 'x' ? Number.parseInt(name.slice(3), 16) : Number(name.slice(2, -1));
    return NAMES.get(name) ?? (code <= 0x10ffff ? String.fromCodePoint(code) : escape);
  },
};

/** What only takes a text apart, or, as the plus sign of forms, stands for a space. */
const GAP = /[\p{Cc}\p{Cf}\s+]/u;
const GAPS = new RegExp(GAP, 'gu');

/**
 * Finds where a text repeats one of these secrets: as it is, escaped, in hexadecimal or base64 (also as part of a longer
 * text in it, as in Basic credentials), with or without white space in it.
 */
export function findMirrors(text: string, secrets: readonly string[]): Span[] {
  const needles = [...new Set(secrets.flatMap(listNeedles))];
  const found: Span[] = [];
  const look = (decoded: Decoded, depth: number): void => {
    const bare = dropGaps(decoded);
    for (const needle of needles) found.push(...findAll(bare, needle));
    if (depth === MAX_DEPTH) return;
    // Each kind by itself: what is an escape in one of them, another means as it is.
    for (const escapes of [PERCENT, JSON_ESCAPES, HTML]) {
      const next = decode(decoded, escapes);
      if (next.text !== decoded.text) look(next, depth + 1);
    }
  };
  look({ text, spans: Array.from({ length: text.length }, (_, at) => [at, at + 1]) }, 0);
  return found;
}

function listNeedles(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // In base64 a text looks different by how many bytes, modulo 3, come before it; its ends mix with what is beside it.
  const inBase64 = [0, 1, 2].map((before) => {
    const binary =
      String.fromCharCode(...new Uint8Array(before)) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return btoa(binary).slice(Math.ceil((before * 4) / 3), Math.floor((binary.length * 4) / 3));
  });
  const base64 = inBase64.flatMap((each) => [each, each.replaceAll('+', '-').replaceAll('/', '_')]).map(withoutGaps);
  return [
    ...[withoutGaps(secret), hex, hex.toUpperCase()].filter((needle) => needle.length >= MIN_LENGTH),
    ...base64.filter((needle) => needle.length >= MIN_BASE64_LENGTH),
  ];
}

const withoutGaps = (text: string): string => text.replaceAll(GAPS, '');

function dropGaps({ text, spans }: Decoded): Decoded {
  const kept: Span[] = [];
  let at = 0;
  // By characters: some of those without width are two code units.
  for (const character of text) {
    const end = at + character.length;
    if (!GAP.test(character)) kept.push(...spans.slice(at, end));
    at = end;
  }
  return { text: withoutGaps(text), spans: kept };
}

function findAll({ text, spans }: Decoded, needle: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    found.push([spans[at]?.[0] ?? 0, spans[at + needle.length - 1]?.[1] ?? 0]);
  }
  return found;
}

/** Takes one layer of escapes away. */
function decode({ text, spans }: Decoded, { pattern, read }: Escapes): Decoded {
  let decoded = '';
  const decodedSpans: Span[] = [];
  let at = 0;
  const copyUntil = (end: number): void => {
    decoded += text.slice(at, end);
    for (; at < end; at += 1) decodedSpans.push(spans[at] ?? [0, 0]);
  };
  for (const { 0: escape, index } of text.matchAll(pattern)) {
    copyUntil(index);
    at = index + escape.length;
    const character = read(escape);
    decoded += character;
    const span: Span = [spans[index]?.[0] ?? 0, spans[at - 1]?.[1] ?? 0];
    for (let unit = 0; unit < character.length; unit += 1) decodedSpans.push(span);
  }
  copyUntil(text.length);
  return { text: decoded, spans: decodedSpans };
}
