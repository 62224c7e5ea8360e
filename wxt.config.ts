import { defineConfig } from 'wxt';
import { barePageScript } from './scripts/bare-page-script.ts';
import { buildManifest } from './scripts/manifest.ts';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => buildManifest({ browser, command }),
  vite: () => ({ plugins: [barePageScript()] }),
});
