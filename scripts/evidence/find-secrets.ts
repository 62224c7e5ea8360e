/** Something that must not be found, and what it is, which may be told. */
export interface Secret {
  what: string;
  text: string;
}

interface Needle {
  what: string;
  bytes: Buffer;
}

export type Needles = ReadonlyMap<number, readonly Needle[]>;

/** Both browsers compress the storage of extensions: what repeats is cut out, and pieces of a token are left. */
const PIECE = 12;
/** What is shorter is in many files by chance; it is looked for as a value. */
const SHORT = 8;

/** All that would give a secret away: itself, or any dozen characters of a token, in all the ways it may be written. */
export function buildNeedles(secrets: readonly Secret[]): Needles {
  const needles = new Map<number, Needle[]>();
  for (const { what, text } of secrets) {
    for (const bytes of text.length < SHORT ? writeAsValue(text) : writeInPieces(text)) {
      const start = bytes.readUInt32LE();
      const others = needles.get(start);
      if (others) others.push({ what, bytes });
      else needles.set(start, [{ what, bytes }]);
    }
  }
  return needles;
}

/** What is in there of the secrets. One pass, however many they are. */
export function findSecrets(content: Buffer, needles: Needles): Set<string> {
  const found = new Set<string>();
  const starts = new Uint8Array(0x1_00_00);
  for (const start of needles.keys()) starts[start & 0xff_ff] = 1;
  const last = content.length - 4;
  for (let at = 0; at <= last; at += 1) {
    if (starts[(content[at] ?? 0) | ((content[at + 1] ?? 0) << 8)] === 0) continue;
    for (const { what, bytes } of needles.get(content.readUInt32LE(at)) ?? []) {
      if (content.subarray(at, at + bytes.length).equals(bytes)) found.add(what);
    }
  }
  return found;
}

function writeInPieces(text: string): Buffer[] {
  // The header of a JWT is no secret, and its claims are half known: the signature gives it away.
  const [isJwt, signature = ''] = /^ey[\w-]+\.[\w-]+\.([\w-]+)$/.exec(text) ?? [];
  if (isJwt && signature.length < PIECE) return write(text);
  const telling = isJwt ? signature : text;
  const inForm = new URLSearchParams({ x: telling }).toString().slice(2);
  const written = new Set([telling, encodeURIComponent(telling), inForm]);
  for (const offset of [0, 1, 2]) {
    const base64 = toBase64At(telling, offset);
    written.add(base64).add(base64.replaceAll('+', '-').replaceAll('/', '_'));
  }
  const pieces = isRandom(telling) ? new Set([...written].flatMap(cut)) : written;
  return [...pieces].flatMap(write);
}

/** A piece of what a human has thought of may be anywhere. */
const isRandom = (text: string): boolean => text.length >= 20 && /\d/.test(text);

function cut(text: string): string[] {
  const count = Math.max(1, text.length - PIECE + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + PIECE));
}

/** Firefox writes what fits into Latin-1 as that. */
const write = (text: string): Buffer[] =>
  (['utf8', 'utf16le', 'latin1'] as const).map((each) => Buffer.from(text, each));

/** As it is inside of a longer text whose characters before it are unknown; without what depends on its neighbours. */
function toBase64At(text: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const known = Math.floor((bytes.length * 8) / 6);
  return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), known);
}

/** In JSON, in JSON within JSON, in a form, and in Firefox's own format, which says its length first. */
function writeAsValue(text: string): Buffer[] {
  const cloned = Buffer.concat([Buffer.alloc(4), Buffer.from([0x04, 0x00, 0xff, 0xff]), Buffer.from(text)]);
  cloned.writeUInt32LE(0x80_00_00_00 + text.length);
  const written = [cloned, ...[`"${text}"`, String.raw`\"${text}\"`, `password=${text}`].flatMap(write)];
  // A single letter in quotes is anywhere.
  return written.filter((bytes) => bytes.length >= 4);
}
