// @vitest-environment node
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clearPictures } from './clear-pictures.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kc-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('removes pictures, and leaves the texts that lie beside them', async () => {
  for (const name of ['1-log-in.png', 'texts.md']) await writeFile(join(folder, name), '');

  await clearPictures(folder);

  expect(await readdir(folder)).toEqual(['texts.md']);
});

it('makes the folder where there is none', async () => {
  const missing = join(folder, 'not', 'there');

  await clearPictures(missing);

  expect(await readdir(missing)).toEqual([]);
});
