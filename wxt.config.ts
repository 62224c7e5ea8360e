import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { bareContentScripts } from './scripts/bare-content-scripts.ts';
import { writeFileHashes } from './scripts/build/file-hashes.ts';
import { collectLicences, writeLicences } from './scripts/build/licences.ts';
import { NO_SOURCES, SOURCES } from './scripts/build/sources.ts';
import { lightPages } from './scripts/light-pages.ts';
import { buildManifest } from './scripts/manifest.ts';

const root = import.meta.dirname;
const licences = collectLicences();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: join(root, 'utils/locales') },
  manifest: ({ browser, command }) => buildManifest({ browser, command }),
  vite: () => ({
    // The oldest that the manifest lets in: what they know needs no substitute.
    build: { cssTarget: ['chrome130', 'firefox142'], modulePreload: false },
    plugins: [bareContentScripts(), lightPages(), licences.plugin],
  }),
  zip: { includeSources: SOURCES, excludeSources: NO_SOURCES, dotSources: true },
  hooks: {
    // The texts without blanks between: nobody but the browser reads them.
    'build:publicAssets': (_wxt, assets) => {
      for (const asset of assets) {
        if ('contents' in asset && asset.relativeDest.startsWith('_locales')) {
          asset.contents = JSON.stringify(JSON.parse(asset.contents));
        }
      }
    },
    'build:done': async ({ config: { command, outDir } }) => {
      if (command !== 'build') return;
      await writeLicences(outDir, licences.found, join(root, 'LICENSE'));
      await copyFile(join(root, 'docs/privacy.md'), join(outDir, 'PRIVACY.txt'));
      // The last, since it names all others.
      await writeFileHashes(outDir);
    },
  },
});
