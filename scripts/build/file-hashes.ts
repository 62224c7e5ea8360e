import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The list of a build's files. The SHA-256 of this file is the build's hash, which the options page shows. */
export const HASHES_FILE = 'SHA256SUMS';

export const hash = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Writes the hash of every other file of this folder into it, so that `sha256sum -c SHA256SUMS` can check them. */
export async function writeFileHashes(folder: string): Promise<void> {
  const files = await listFiles(folder);
  const lines = await Promise.all(
    files
      .filter((file) => file !== HASHES_FILE)
      .map(async (file) => `${hash(await readFile(join(folder, file)))}  ${file}\n`),
  );
  await writeFile(join(folder, HASHES_FILE), lines.join(''));
}

/** All files below a folder, by their paths in it, in the same order everywhere. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}
