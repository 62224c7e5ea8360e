import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { NOWHERE } from './hosts.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { waitUntil } from './wait-until.ts';

/** Starts Chromium with a throwaway profile and the extension, every host name leading to this machine. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extensionPath, httpsPort, httpPort, headless } = options;
  const profilePath = await mkdtemp(join(tmpdir(), 'kc-chromium-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    userDataDir: profilePath,
    defaultViewport: null,
    enableExtensions: [extensionPath],
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--ignore-certificate-errors',
      // Else an http page would silently become an https one.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      '--window-size=1280,900',
      `--host-resolver-rules=${[
        `MAP ${new URL(NOWHERE).hostname} ~NOTFOUND`,
        `MAP *:443 127.0.0.1:${httpsPort}`,
        `MAP *:80 127.0.0.1:${httpPort}`,
      ].join(', ')}`,
      // Chromium's own sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    browser,
    profilePath,
    extensionUrl: new URL('/', worker.url()).href,
    async stopBackground() {
      const page = await browser.newPage();
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await waitUntil('the service worker has stopped', () =>
        browser.targets().every((target) => target.type() !== 'service_worker'),
      );
      await page.close();
    },
  };
}
