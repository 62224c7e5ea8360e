/** So many bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

/** An argument list has a limit, far above this. */
const CHUNK_BYTES = 0x8000;

/** RFC 4648 §4. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return btoa(binary);
}

/** The bytes of a text that is known to be base64; throws for any other. */
export function expectBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
