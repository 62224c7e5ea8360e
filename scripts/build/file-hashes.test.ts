// @vitest-environment node
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hash, HASHES_FILE, writeFileHashes } from './file-hashes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kc-hashes-'));
  await mkdir(join(folder, 'chunks'));
  await Promise.all([
    writeFile(join(folder, 'popup.html'), '<p>'),
    writeFile(join(folder, 'chunks/a.js'), 'run()'),
    writeFile(join(folder, 'Z.txt'), ''),
  ]);
});
afterEach(() => rm(folder, { recursive: true }));

it('every file but the list itself is listed, in one order, also when the list is written anew', async () => {
  const expected = `${hash('')}  Z.txt\n${hash('run()')}  chunks/a.js\n${hash('<p>')}  popup.html\n`;
  for (const _time of [1, 2]) {
    await writeFileHashes(folder);
    expect(await readFile(join(folder, HASHES_FILE), 'utf8')).toBe(expected);
  }
});
