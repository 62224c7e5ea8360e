import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { buildHostPattern } from '../../utils/injection/host-pattern.ts';
import { MOZ_LOG } from '../../scripts/evidence/read-moz-log.ts';
import { underFirefoxPolicy } from './browser-policy.ts';
import { evaluateInFirefox } from './firefox-window.ts';
import { LOCAL_HOSTS } from './hosts.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { findWelcomePage } from './welcome-page.ts';

const EXTENSION_ID = 'credential-helper@knetikcloud.example';
const EXTENSION_HOST = '7a1c3f5e-0b2d-4c6e-8f90-a1b2c3d4e5f6';
const EXTENSION_URL = `moz-extension://${EXTENSION_HOST}/`;

/** Starts Firefox with a throwaway profile and the extension, the tests' host names leading to this machine. */
export async function launchFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extensionPath, httpsPort, httpPort, headless, logPath, beforeInstall, policy } = options;
  const profilePath = options.profilePath ?? (await mkdtemp(join(tmpdir(), 'kc-firefox-')));
  const browser = await launch({
    browser: 'firefox',
    executablePath: policy
      ? await underFirefoxPolicy({ executablePath, profilePath, extensionId: EXTENSION_ID, policy })
      : executablePath,
    headless,
    handleSIGINT: false,
    handleSIGTERM: false,
    env: {
      ...process.env,
      // Else a release of Firefox asks Mozilla for its lists, whatever the preferences say.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(logPath === undefined ? {} : { MOZ_LOG, MOZ_LOG_FILE: logPath }),
    },
    userDataDir: profilePath,
    defaultViewport: null,
    acceptInsecureCerts: !options.checksCertificates,
    // Else a driver may not open extension pages, nor stop the background.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'network.dns.localDomains': LOCAL_HOSTS.join(','),
      'network.socket.forcePort': `443=${httpsPort};8443=${httpsPort};80=${httpPort}`,
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: EXTENSION_HOST }),
      'browser.aboutwelcome.enabled': false,
      // A permission that is asked for is given: nobody could answer the prompt.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await beforeInstall?.(browser);
  await browser.installExtension(extensionPath);
  // Only the first installation in a profile opens it.
  if (!options.profilePath && !options.keepWelcome) await (await findWelcomePage(browser, EXTENSION_URL)).close();
  return {
    browser,
    profilePath,
    extensionUrl: EXTENSION_URL,
    async setHostAccess(isAllowed, ...origins) {
      const permissions = { permissions: [], origins: origins.map(buildHostPattern), data_collection: [] };
      await evaluateInFirefox(
        browser,
        `(() => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
          return ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(extension.id, ${JSON.stringify(permissions)}, extension);
        })()`,
      );
    },
    async setOffline(isOffline) {
      await evaluateInFirefox(
        browser,
        // Connections that are open would stay so.
        `Services.prefs.setBoolPref('network.disable-localhost-when-offline', true);
         Services.io.offline = ${isOffline};
         Services.obs.notifyObservers(null, 'net:prune-all-connections');`,
      );
    },
    // Also while a listener is at work, for which the browser itself would wait: a crash does not.
    stopBackground: async () => {
      await evaluateInFirefox(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)})
           .extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
    },
    uninstall: () => browser.uninstallExtension(EXTENSION_ID),
  };
}
