import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HASHES_FILE } from '../build/file-hashes.ts';
import { readZip } from './read-zip.ts';

/** Says how two folders with a release's files differ; undefined if not. `names`: those to compare. */
export async function findDifference(
  one: string,
  other: string,
  names: readonly string[],
): Promise<string | undefined> {
  for (const name of names) {
    const [first, second] = await Promise.all([readFile(join(one, name)), readFile(join(other, name))]);
    if (first.equals(second)) continue;
    const where = name.endsWith('.zip') ? `, first in ${findDifferentFile(first, second)}` : '';
    return `${name} differs${where}:\n  ${join(one, name)}\n  ${join(other, name)}`;
  }
  return undefined;
}

/** The list of hashes, which differs whenever another file does, is of no help. */
export function findDifferentFile(one: Buffer, other: Buffer): string {
  const [first, second] = [readZip(one), readZip(other)];
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const different = names.filter((name) => {
    const [here, there] = [first.get(name), second.get(name)];
    return !here || !there || !here.equals(there);
  });
  return different.find((name) => name !== HASHES_FILE) ?? different[0] ?? 'how the zip was written';
}
