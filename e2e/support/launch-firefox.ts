import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { buildHostPattern } from '../../utils/injection/host-pattern.ts';
import { underFirefoxPolicy } from './browser-policy.ts';
import { LOCAL_HOSTS } from './hosts.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';

const EXTENSION_ID = 'credential-helper@knetikcloud.example';
const EXTENSION_HOST = '7a1c3f5e-0b2d-4c6e-8f90-a1b2c3d4e5f6';

/** Starts Firefox with a throwaway profile and the extension, the tests' host names leading to this machine. */
export async function launchFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { executablePath, extensionPath, httpsPort, httpPort, headless, beforeInstall, policy } = options;
  const profilePath = options.profilePath ?? (await mkdtemp(join(tmpdir(), 'kc-firefox-')));
  const browser = await launch({
    browser: 'firefox',
    executablePath: policy
      ? await underFirefoxPolicy({ executablePath, profilePath, extensionId: EXTENSION_ID, policy })
      : executablePath,
    headless,
    handleSIGINT: false,
    handleSIGTERM: false,
    userDataDir: profilePath,
    defaultViewport: null,
    acceptInsecureCerts: true,
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
  return {
    browser,
    profilePath,
    extensionUrl: `moz-extension://${EXTENSION_HOST}/`,
    async setHostAccess(isAllowed, ...origins) {
      const permissions = { permissions: [], origins: origins.map(buildHostPattern), data_collection: [] };
      await evaluateInChrome(
        browser,
        `(() => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)});
          return ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(extension.id, ${JSON.stringify(permissions)}, extension);
        })()`,
      );
    },
    // Also while a listener is at work, for which the browser itself would wait: a crash does not.
    stopBackground: () =>
      evaluateInChrome(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)})
           .extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      ),
    uninstall: () => browser.uninstallExtension(EXTENSION_ID),
  };
}

/** The raw WebDriver BiDi connection, which puppeteer does not put into its types. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: BidiResult }>;
}

interface BidiResult {
  contexts?: { context: string }[];
  exceptionDetails?: { text: string };
}

/** Runs a script in the browser's own window. */
async function evaluateInChrome(browser: Browser, expression: string): Promise<void> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const evaluation = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context },
  });
  const { exceptionDetails } = evaluation.result;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}
