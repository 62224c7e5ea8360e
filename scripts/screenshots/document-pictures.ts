import { globSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clearPictures } from './clear-pictures.ts';

/** The pictures of screens that README and documents show, such as `popup-token` or `popup-token-dark`. */
export function listDocumentPictures(root: string): string[] {
  const texts = globSync(['README.md', 'docs/**/*.md'], { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const shown = texts.flatMap((text) => Array.from(text.matchAll(/images\/([\w-]+)\.png/g), ([, name = '']) => name));
  return [...new Set(shown)].toSorted();
}

/** The file that a document's picture is made of: the light one, unless its name ends with another look. */
export function getSource(picture: string, looks: readonly string[]): string {
  return looks.some((look) => picture.endsWith(`-${look}`)) ? `${picture}.png` : `${picture}-light.png`;
}

/** Replaces the documents' pictures by new ones from `folder`; none is left that no document shows. */
export async function updateDocumentPictures(root: string, folder: string, looks: readonly string[]): Promise<void> {
  const images = join(root, 'docs/images');
  await clearPictures(images);
  for (const picture of listDocumentPictures(root)) {
    await copyFile(join(folder, getSource(picture, looks)), join(images, `${picture}.png`));
  }
}
