import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { bareContentScripts } from './scripts/bare-content-scripts.ts';
import { buildManifest } from './scripts/manifest.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: join(import.meta.dirname, 'utils/locales') },
  manifest: ({ browser, command }) => buildManifest({ browser, command }),
  // The oldest that the manifest lets in: what they know needs no substitute.
  vite: () => ({ build: { cssTarget: ['chrome130', 'firefox142'] }, plugins: [bareContentScripts()] }),
});
