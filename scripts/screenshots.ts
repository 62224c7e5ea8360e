// npm run screenshots: a picture of every screen, for people to look at, for the documents and for the stores.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listLooks, type Look, LOOKS, photograph } from '../e2e/screens/photograph.ts';
import { playScenes } from '../e2e/screens/play-scenes.ts';
import type { Screen } from '../e2e/screens/stage.ts';
import { ensureBrowser, explainMissing } from './browsers.ts';
import { buildContactSheet, type PhotographedScreen } from './screenshots/contact-sheet.ts';
import { updateDocumentPictures } from './screenshots/document-pictures.ts';
import { makeStorePictures } from './screenshots/store-pictures.ts';
import { runBuildStep } from './steps/build-step.ts';
import { root } from './steps/run-tool.ts';

/** Written from right to left: what is fixed to a side stands out. */
const MIRRORED = 'ar';

const executablePath = await ensureBrowser('chromium');
if (!executablePath) {
  console.error(explainMissing('chromium'));
  process.exit(1);
}
if (!process.argv.includes('--no-build') && (await runBuildStep('chromium')).outcome === 'failed') process.exit(1);

const output = join(root, '.output');
const pictures = join(output, 'screens');
await rm(pictures, { recursive: true, force: true });

async function photographAll(folder: string, looks: readonly Look[], language?: string): Promise<Screen[]> {
  await mkdir(folder, { recursive: true });
  const screens: Screen[] = [];
  await playScenes({ browserName: 'chromium', executablePath: executablePath ?? '', language }, async (screen) => {
    await photograph(screen, folder, looks);
    screens.push(screen);
  });
  return screens;
}

const screens = await photographAll(pictures, LOOKS);
const mirrored = await photographAll(join(pictures, MIRRORED), ['light'], MIRRORED);
const isMirrored = new Set(mirrored.map(({ name }) => name));

const photographed: PhotographedScreen[] = screens.map(({ name, title, width, isOwn }) => ({
  title,
  width,
  pictures: [
    ...listLooks({ isOwn }).map((look) => `screens/${name}-${look}.png`),
    ...(isMirrored.has(name) ? [`screens/${MIRRORED}/${name}-light.png`] : []),
  ],
}));
await updateDocumentPictures(root, pictures, LOOKS);
await makeStorePictures(executablePath, pictures, join(root, 'docs/store'));
const sheet = join(output, 'screens.html');
await writeFile(sheet, buildContactSheet(photographed));
console.log(`\n${screens.length} screens, to be looked at in ${sheet}`);
