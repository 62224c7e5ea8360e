import { defineConfig } from 'wxt';
import { bareContentScripts } from './scripts/bare-content-scripts.ts';
import { buildManifest } from './scripts/manifest.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => buildManifest({ browser, command }),
  vite: () => ({ plugins: [bareContentScripts()] }),
});
