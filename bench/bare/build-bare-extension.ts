import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the floor: an extension with a bare Preact popup and an idle service worker. Answers its folder, to be removed. */
export async function buildBareExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kc-bare-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await writeFile(join(folder, 'worker.js'), 'chrome.runtime.onMessage.addListener(() => {});');
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Bare',
      version: '1',
      action: { default_popup: 'index.html' },
      background: { service_worker: 'worker.js' },
    }),
  );
  return folder;
}
