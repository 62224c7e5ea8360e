import type { Browser, Page } from 'puppeteer-core';
import type { Popup } from './popup.ts';

export interface LaunchOptions {
  executablePath: string;
  extensionPath: string;
  /** Where https and http requests to every host go, on this machine. */
  httpsPort: number;
  httpPort: number;
  headless: boolean;
  /** Where the browser is to write down what it does on the network. */
  logPath?: string | undefined;
  /** One from before; without it a new one is made. */
  profilePath?: string | undefined;
  /** What is done in the browser before it has the extension. */
  beforeInstall?: ((browser: Browser) => Promise<void>) | undefined;
  /** What an administrator has set for the extension (see browser-policy.ts). */
  policy?: object | undefined;
  /** Leaves the page open that the installation opens, in front of all others. */
  keepWelcome?: boolean | undefined;
  /** Has the browser trust no certificate of the sandbox's, as it would outside of a test. */
  checksCertificates?: boolean | undefined;
  /** In which Chromium has the texts of extensions; Firefox has only those of its language packs. */
  language?: string | undefined;
}

export interface LaunchedBrowser {
  browser: Browser;
  profilePath: string;
  /** Where the extension's own pages are, with a slash at the end. */
  extensionUrl: string;
  /** Clicks the toolbar button over a page; undefined where a driver cannot use what that opens (Firefox). */
  openPopupAtToolbar?(page: Page): Promise<Popup>;
  /** As if the user allowed the extension on these origins' hosts in the browser's settings, or took that back. */
  setHostAccess(isAllowed: boolean, ...origins: string[]): Promise<void>;
  /** Cuts the background off the network, as when the cable is pulled, or joins it again. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Takes the extension out of the browser. Pages that are open keep what it put into them. */
  uninstall(): Promise<void>;
}
