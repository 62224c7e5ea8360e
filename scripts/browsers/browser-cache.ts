import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Browser, Cache, detectBrowserPlatform, getVersionComparator } from '@puppeteer/browsers';
import type { BrowserName } from '../browsers.ts';

/** Puppeteer's own, so that browsers other projects have downloaded are found, and ours by them. */
export const cacheDir = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');

export const puppeteerNames = { chromium: Browser.CHROME, firefox: Browser.FIREFOX } as const;

/** Executables in Puppeteer's cache that start on this machine, the newest first. */
export function listDownloadedBrowsers(name: BrowserName): string[] {
  const isNewer = getVersionComparator(puppeteerNames[name]);
  return new Cache(cacheDir)
    .getInstalledBrowsers()
    .filter(({ browser, platform }) => browser === puppeteerNames[name] && platform === detectBrowserPlatform())
    .toSorted((one, other) => isNewer(other.buildId, one.buildId))
    .map(({ executablePath }) => executablePath)
    .filter((path) => existsSync(path) && starts(path));
}

/** A downloaded browser brings no system libraries along, and a bare Linux lacks some. */
function starts(path: string): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
