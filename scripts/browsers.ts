import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { listDownloadedBrowsers } from './browsers/browser-cache.ts';
import { downloadBrowser } from './browsers/download-browser.ts';
import { installDebianPackage } from './browsers/install-debian-package.ts';
import { isSnap } from './browsers/is-snap.ts';
import { listSystemPaths } from './browsers/system-browsers.ts';

export type BrowserName = 'chromium' | 'firefox';

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

export const browserTitles: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };

const pathVariables: Record<BrowserName, string> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/** @throws when the environment names something that cannot be run: that was somebody's wish. */
function findBrowser(name: BrowserName): string | undefined {
  const wished = process.env[pathVariables[name]];
  if (wished && !isExecutable(wished)) throw new Error(`${pathVariables[name]} names ${wished}: no executable there.`);
  if (wished) return wished;

  const machine = { platform: process.platform, env: process.env, home: homedir() };
  const isUsable = (path: string) => isExecutable(path) && !isSnap(path);
  return (
    listSystemPaths(name, machine).find(isUsable) ??
    listDownloadedBrowsers(name)[0] ??
    (name === 'chromium' ? listSystemPaths('google-chrome', machine).find(isUsable) : undefined)
  );
}

/**
 * Finds a browser or else gets one: by download into the user's cache, or as a package on Debian as root.
 * Says what it does; when nothing helps, the caller has to say what `explainMissing` answers.
 */
export async function ensureBrowser(name: BrowserName): Promise<string | undefined> {
  const found = findBrowser(name);
  if (found) return found;
  for (const obtain of [downloadBrowser, installDebianPackage]) {
    await obtain(name, browserTitles[name]);
    const path = findBrowser(name);
    if (path) return path;
  }
  return undefined;
}

/** One sentence of what is missing, and one of what to do about it. */
export function explainMissing(name: BrowserName): string {
  const title = browserTitles[name];
  return `${title} is not installed: install it by hand, or name its executable in ${pathVariables[name]}.`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
