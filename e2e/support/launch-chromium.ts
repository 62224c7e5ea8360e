import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, launch, type Page } from 'puppeteer-core';
import { buildHostPattern } from '../../utils/injection/host-pattern.ts';
import { underChromiumPolicy } from './browser-policy.ts';
import { NO_SERVER, NOWHERE } from './hosts.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { Popup } from './popup.ts';
import { waitUntil } from './wait-until.ts';

/** Starts Chromium with a throwaway profile and the extension, every host name leading to this machine. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const {
    executablePath,
    extensionPath,
    httpsPort,
    httpPort,
    headless,
    logPath,
    beforeInstall,
    policy,
    checksCertificates,
    language,
  } = options;
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
      ...(logPath === undefined ? [] : [`--log-net-log=${logPath}`]),
      ...(language === undefined ? [] : [`--lang=${language}`]),
      '--disable-background-networking',
      '--disable-component-update',
      ...(checksCertificates ? [] : ['--ignore-certificate-errors']),
      // Else an http page would silently become an https one.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,' +
        // Asks Google about the forms of pages, and what time it is.
        'AutofillServerCommunication,NetworkTimeServiceQuerying',
      '--window-size=1280,900',
      `--host-resolver-rules=${[
        `MAP ${new URL(NOWHERE).hostname} ~NOTFOUND`,
        `MAP ${new URL(NO_SERVER).host} 127.0.0.1`,
        `MAP *:443 127.0.0.1:${httpsPort}`,
        `MAP *:8443 127.0.0.1:${httpsPort}`,
        `MAP *:80 127.0.0.1:${httpPort}`,
      ].join(', ')}`,
      // Chromium's own sandbox refuses to run as root, and so it seems to itself under a policy.
      ...(policy || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  await beforeInstall?.(browser);
  let offline: CDPSession | undefined;
  const extensionId = await browser.installExtension(extensionPath);
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const extensionUrl = new URL('/', worker.url()).href;
  // Only the first installation in a profile opens it.
  if (!options.profilePath && !options.keepWelcome) await closeWelcome(browser, extensionUrl);
  return {
    browser,
    profilePath,
    extensionUrl,
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
    async setOffline(isOffline) {
      // Each session has limits of its own, and its end lifts them.
      if (!isOffline) return offline?.detach();
      const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
      offline = await target.createCDPSession();
      await offline.send('Network.enable');
      const noLimits = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      await offline.send('Network.emulateNetworkConditions', { offline: true, ...noLimits });
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

/** As soon as it is there: puppeteer would wait until it is loaded. */
async function closeWelcome(browser: Browser, extensionUrl: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await waitUntil('the welcome page is open', async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    const welcome = targetInfos.find(({ url }) => url === `${extensionUrl}welcome.html`);
    if (welcome) await session.send('Target.closeTarget', { targetId: welcome.targetId });
    return welcome !== undefined;
  });
  await session.detach();
}

/**
 * Chromium hides a new extension in a menu; this is what the user's click on its pin would write. And a permission that
 * was given once is given again without a question: nobody could answer the prompt.
 */
async function pinToToolbar(profilePath: string, extensionPath: string): Promise<void> {
  const id = buildUnpackedId(extensionPath);
  const runtime_granted_permissions = { api: ['clipboardRead', 'clipboardWrite', 'offscreen'] };
  await mkdir(join(profilePath, 'Default'));
  await writeFile(
    join(profilePath, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { pinned_extensions: [id], settings: { [id]: { runtime_granted_permissions } } } }),
  );
}
