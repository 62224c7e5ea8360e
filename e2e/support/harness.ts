import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type Evidence, EvidenceTaker, judge } from './evidence.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { Popup } from './popup.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface HarnessOptions {
  browserName: BrowserName;
  executablePath: string;
  headless?: boolean;
  /** Pages of the test's own, on every host. */
  files?: SandboxOptions['files'];
  interceptToken?: SandboxOptions['interceptToken'];
  beforeInstall?: LaunchOptions['beforeInstall'];
  policy?: LaunchOptions['policy'];
  checksCertificates?: LaunchOptions['checksCertificates'];
  language?: LaunchOptions['language'];
  /** Another than the production build. */
  extensionPath?: string;
  keepWelcome?: LaunchOptions['keepWelcome'];
  /** Has the browser's requests and its disk looked at when it is closed. */
  takesEvidence?: boolean;
}

/** A browser with the production build in it, and the servers that it takes for the world. */
export interface Harness extends LaunchedBrowser {
  browserName: BrowserName;
  sandbox: Sandbox;
  /** The same over plain http. */
  httpSandbox: Sandbox;
  openPage(url: string): Promise<Page>;
  /** Opens the popup in a tab of its own. */
  openPopup(): Promise<Popup>;
  /** Closes the browser and starts it again with the same profile. */
  restart: () => Promise<Harness>;
  /** Closes the browser, and answers what it did on the network and has on its disk, for a test of just that. */
  closeForEvidence: () => Promise<Evidence | undefined>;
  /** Something typed that the user or a page puts on disk, not the extension: of what kind, and in which file. */
  allowOnDisk: EvidenceTaker['allowOnDisk'];
  /** Rejects when the browser went where nobody had sent it, or something secret is on its disk. */
  close: () => Promise<void>;
}

/** Where the production build for a browser is. */
export function getBuildPath(browserName: BrowserName): string {
  const folder = browserName === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
  return fileURLToPath(new URL(`../../.output/${folder}`, import.meta.url));
}

export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const {
    browserName,
    executablePath,
    headless = true,
    files = {},
    interceptToken,
    beforeInstall,
    policy,
    checksCertificates,
    language,
    keepWelcome,
    takesEvidence = false,
  } = options;
  const sandbox = await startSandbox({ files, interceptToken });
  const httpSandbox = await startSandbox({ files, tls: false });
  const launch = browserName === 'firefox' ? launchFirefox : launchChromium;
  const taker = takesEvidence ? await EvidenceTaker.start(browserName) : undefined;
  const build = async (profilePath?: string): Promise<Harness> => {
    const launched = await launch({
      executablePath,
      extensionPath: options.extensionPath ?? getBuildPath(browserName),
      httpsPort: sandbox.port,
      httpPort: httpSandbox.port,
      headless,
      logPath: taker?.newLog(),
      beforeInstall,
      policy,
      checksCertificates,
      language,
      keepWelcome,
      profilePath,
    });
    const { browser } = launched;
    return {
      ...launched,
      browserName,
      sandbox,
      httpSandbox,
      async openPage(url) {
        const page = await browser.newPage();
        await page.goto(url);
        return page;
      },
      openPopup: () => Popup.openInTab(launched),
      async restart() {
        await browser.close();
        await taker?.readLog();
        return build(launched.profilePath);
      },
      allowOnDisk: (what, file) => taker?.allowOnDisk(what, file),
      closeForEvidence,
      async close() {
        const evidence = await closeForEvidence();
        if (evidence) judge(evidence);
      },
    };

    async function closeForEvidence(): Promise<Evidence | undefined> {
      await browser.close();
      await Promise.all([sandbox.stop(), httpSandbox.stop()]);
      try {
        await taker?.readLog();
        return await taker?.take(launched.profilePath, [sandbox, httpSandbox]);
      } finally {
        await taker?.cleanUp();
        await rm(launched.profilePath, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    }
  };
  return build();
}

/** The harness for the browser that the test run is for, named by the environment (see scripts/e2e.ts). */
export function startTestHarness(
  options: Omit<HarnessOptions, 'browserName' | 'executablePath'> = {},
): Promise<Harness> {
  const { KC_BROWSER: browserName, KC_BROWSER_PATH: executablePath } = process.env;
  if ((browserName !== 'chromium' && browserName !== 'firefox') || executablePath === undefined) {
    throw new Error('Run the end-to-end tests with `npm run e2e`: it says which browser to use.');
  }
  return startHarness({ browserName, executablePath, takesEvidence: true, ...options });
}
