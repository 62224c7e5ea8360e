import { existsSync, readFileSync } from 'node:fs';
import type { BrowserName } from '../browsers.ts';
import { runQuietly } from '../setup/run.mjs';

const packages: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

let listsUpdated: Promise<void> | undefined;

/** Installs the distribution's own browser where that needs no question: on Debian, as root (a container, CI). */
export async function installDebianPackage(name: BrowserName, title: string): Promise<void> {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  console.log(`Installing ${title} with apt-get (package ${packages[name]}) …`);
  try {
    listsUpdated ??= aptGet('update');
    await listsUpdated;
    await aptGet('install', '-y', '--no-install-recommends', packages[name]);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}

function aptGet(...args: string[]): Promise<void> {
  return runQuietly('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Not its descendants: Ubuntu's packages of these names only lead to snaps. */
function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}
