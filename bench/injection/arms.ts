import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import { API, SIBLING } from '../../e2e/support/hosts.ts';
import type { BrowserName } from '../../scripts/browsers.ts';

/** The ways a page can be off: with the token, with the extension but no token for it, or in a browser without. */
export type ArmName = 'armed' | 'not armed' | 'no extension';
export const armNames: readonly ArmName[] = ['armed', 'not armed', 'no extension'];

export interface Arm {
  harness: Harness;
  /** Whose pages are used, and to which their requests go. */
  origin: string;
}

export interface Arms extends Record<ArmName, Arm> {
  browserName: BrowserName;
}

export const PAGE_PATH = '/bench.html';
/** Answers any method and origin. */
export const REQUEST_PATH = '/echo';

const files = {
  [PAGE_PATH]: {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><title>bench</title><h1>A small page</h1>${'<p>Lorem ipsum.'.repeat(50)}</html>`,
    // Isolated documents have a clock of 5 µs (Firefox 20 µs); others one of 100 µs and worse.
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
};

/** Starts two browsers at once: one with the extension, logged in, and one that it was taken out of. */
export async function openArms(browserName: BrowserName, executablePath: string): Promise<Arms> {
  const [equipped, bare] = await Promise.all([
    startHarness({ browserName, executablePath, files }),
    startHarness({ browserName, executablePath, files }),
  ]);
  await bare.uninstall();
  const popup = await equipped.openPopup();
  await popup.logIn({ grant: 'client_credentials', client_id: 'knetik' });
  await popup.page.close();
  return {
    browserName,
    armed: { harness: equipped, origin: API },
    'not armed': { harness: equipped, origin: SIBLING },
    'no extension': { harness: bare, origin: API },
  };
}

export async function closeArms({ armed, 'no extension': bare }: Arms): Promise<void> {
  await Promise.all([armed.harness.close(), bare.harness.close()]);
}
