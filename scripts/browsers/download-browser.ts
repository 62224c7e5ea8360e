import { existsSync } from 'node:fs';
import {
  BrowserTag,
  computeExecutablePath,
  detectBrowserPlatform,
  install,
  resolveBuildId,
  uninstall,
} from '@puppeteer/browsers';
import { cacheDir, puppeteerNames } from './browser-cache.ts';
import type { BrowserName } from '../browsers.ts';
import { failWhenStalled } from './fail-when-stalled.ts';

// Once to learn the newest version and once more to connect: 20 s at most where a firewall swallows everything.
const stallLimitMs = 10_000;

/** Downloads Chrome for Testing or Firefox (stable); set KC_SKIP_BROWSER_DOWNLOAD=1 to do without. */
export async function downloadBrowser(name: BrowserName, title: string): Promise<void> {
  const platform = detectBrowserPlatform();
  if (process.env['KC_SKIP_BROWSER_DOWNLOAD'] === '1' || !platform) return;
  const browser = puppeteerNames[name];

  console.log(`${title} was not found: downloading one into ${cacheDir} (100 to 200 MB, only for tests) …`);
  try {
    const buildId = await failWhenStalled(stallLimitMs, () => resolveBuildId(browser, platform, BrowserTag.STABLE));
    const build = { browser, platform, buildId, cacheDir };
    // An unpacking that was cut short leaves a folder behind which `install` refuses to touch.
    if (!existsSync(computeExecutablePath(build))) await uninstall(build);
    await failWhenStalled(stallLimitMs, (report) =>
      install({
        ...build,
        downloadProgressCallback: (bytes, totalBytes) => report(bytes < totalBytes ? 'more' : 'last'),
      }),
    );
  } catch (error) {
    console.log(`The download did not work: ${error instanceof Error ? error.message : String(error)}`);
  }
}
