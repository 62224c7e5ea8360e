import { scanFolder } from '../../scripts/evidence/scan-folder.ts';

/** The files below a folder that hold one of the texts, in any way in which it may be written, each with that text. */
export async function findInFolder(folder: string, texts: readonly string[]): Promise<string[]> {
  const { found } = await scanFolder(
    folder,
    texts.map((text) => ({ what: text, text })),
  );
  return found.map(({ what, file }) => `${file}: ${what}`);
}
