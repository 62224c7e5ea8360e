import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { buildHostPattern } from '../../utils/injection/host-pattern.ts';
import { underChromiumPolicy } from './browser-policy.ts';
import { NOWHERE } from './hosts.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { Popup } from './popup.ts';
import { waitUntil } from './wait-until.ts';

/** Starts Chromium with a throwaway profile and the extension, every host name leading to this machine. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extensionPath, httpsPort, httpPort, headless, beforeInstall, policy } = options;
  const profilePath = options.profilePath ?? (await mkdtemp(join(tmpdir(), 'kc-chromium-')));
  if (!options.profilePath) await pinToToolbar(profilePath, extensionPath);
  const browser = await launch({
    executablePath: policy
      ? await underChromiumPolicy({ executablePath, profilePath, extensionId: buildUnpackedId(extensionPath), policy })
      : executablePath,
    headless,
    pipe: true,
    // Whoever launches it closes it, with all that belongs to it.
    handleSIGINT: false,
    handleSIGTERM: false,
    userDataDir: profilePath,
    defaultViewport: null,
    enableExtensions: true,
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
        `MAP *:8443 127.0.0.1:${httpsPort}`,
        `MAP *:80 127.0.0.1:${httpPort}`,
      ].join(', ')}`,
      // Chromium's own sandbox refuses to run as root, and so it seems to itself under a policy.
      ...(policy || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  await beforeInstall?.(browser);
  const extensionId = await browser.installExtension(extensionPath);
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    browser,
    profilePath,
    extensionUrl: new URL('/', worker.url()).href,
    async openPopupAtToolbar(page) {
      const [extension] = (await browser.extensions()).values();
      if (!extension) throw new Error('Chromium has no extension.');
      await page.bringToFront();
      const before = new Set(await extension.pages());
      await extension.triggerAction(page);
      let opened: Page | undefined;
      await waitUntil('the popup opens', async () => {
        opened = (await extension.pages()).find((each) => !before.has(each));
        return opened !== undefined;
      });
      if (!opened) throw new Error('The popup did not open.');
      return Popup.atToolbar(opened);
    },
    async setHostAccess(isAllowed, ...origins) {
      const page = await browser.newPage();
      await page.goto(`chrome://extensions/?id=${new URL(worker.url()).host}`);
      await page.evaluate(
        async (extensionId, allowed, hosts) => {
          const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
          const { permissions } = await developerPrivate.getExtensionInfo(extensionId);
          if (permissions.runtimeHostPermissions?.hostAccess !== 'ON_SPECIFIC_SITES') {
            // Takes away what was granted at the installation, so that is given back.
            await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
            await developerPrivate.addHostPermission(extensionId, 'https://*.knetikcloud.com/*');
          }
          for (const host of hosts) {
            if (allowed) await developerPrivate.addHostPermission(extensionId, host);
            else await developerPrivate.removeHostPermission(extensionId, host);
          }
        },
        new URL(worker.url()).host,
        isAllowed,
        origins.map(buildHostPattern),
      );
      await page.close();
    },
    async stopBackground() {
      // Not in front of the page under test, whose timers would slow down.
      const page = await browser.newPage({ background: true });
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await waitUntil('the service worker has stopped', () =>
        browser.targets().every((target) => target.type() !== 'service_worker'),
      );
      await page.close();
    },
    uninstall: () => browser.uninstallExtension(extensionId),
  };
}

/** What the page of the browser's own settings for extensions uses. */
interface DeveloperPrivate {
  getExtensionInfo(id: string): Promise<{ permissions: { runtimeHostPermissions?: { hostAccess: string } } }>;
  updateExtensionConfiguration(change: object): Promise<void>;
  addHostPermission(id: string, host: string): Promise<void>;
  removeHostPermission(id: string, host: string): Promise<void>;
}
declare const chrome: object;

/** The id of an unpacked extension: its path's hash, in the alphabet a–p. */
function buildUnpackedId(extensionPath: string): string {
  const hash = createHash('sha256').update(extensionPath).digest('hex').slice(0, 32);
  return hash.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

/** Chromium hides a new extension in a menu; this is what the user's click on its pin would write. */
async function pinToToolbar(profilePath: string, extensionPath: string): Promise<void> {
  await mkdir(join(profilePath, 'Default'));
  await writeFile(
    join(profilePath, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { pinned_extensions: [buildUnpackedId(extensionPath)] } }),
  );
}
