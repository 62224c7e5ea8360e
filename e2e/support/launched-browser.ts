import type { Browser } from 'puppeteer-core';

export interface LaunchOptions {
  executablePath: string;
  extensionPath: string;
  /** Where https and http requests to every host go, on this machine. */
  httpsPort: number;
  httpPort: number;
  headless: boolean;
}

export interface LaunchedBrowser {
  browser: Browser;
  profilePath: string;
  /** Where the extension's own pages are, with a slash at the end. */
  extensionUrl: string;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
}
