import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes room for new pictures: the old ones go, so that none is left that nobody makes; texts beside them stay. */
export async function clearPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  await Promise.all(pictures.map((name) => rm(join(folder, name))));
}
