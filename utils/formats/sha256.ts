/** The SHA-256 of these bytes, in hexadecimal as `sha256sum` writes it. */
export async function buildSha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hashes of a list in the format of `sha256sum`, by the files' paths. What is no line of that format is left out. */
export function readHashList(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)];
  return new Map(lines.flatMap(([, hash, path]) => (hash && path ? [[path, hash] as const] : [])));
}
