import { defineConfig } from 'wxt';
import { bareContentScripts } from './scripts/bare-content-scripts.ts';
import { buildManifest } from './scripts/manifest.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => buildManifest({ browser, command }),
  // The oldest that the manifest lets in: what they know needs no substitute.
  vite: () => ({ build: { cssTarget: ['chrome130', 'firefox142'] }, plugins: [bareContentScripts()] }),
});
