import { parseArgs } from 'node:util';
import { type BrowserName, browserNames } from '../browsers.ts';

export interface StartArguments {
  browser: BrowserName;
  /** The page to open, as a URL. */
  page: string;
  headless: boolean;
}

const HOME = 'https://devsandbox.knetikcloud.com/swagger-ui/';

/** Reads `npm start -- [--browser=chromium|firefox] [--page=…] [--headless]`. Throws with the usage. */
export function readStartArguments(args: string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartArguments {
  const { values } = parseArgs({
    args,
    options: { browser: { type: 'string' }, page: { type: 'string' }, headless: { type: 'boolean' } },
  });
  const browser = browserNames.find((name) => name === (values.browser ?? 'chromium'));
  if (!browser) throw new Error(`--browser is ${browserNames.join(' or ')}, not “${values.browser}”.`);
  // A path is one of the sandbox's pages.
  const page = new URL(values.page ?? '', HOME);
  if (page.protocol !== 'https:') throw new Error('--page is a path, or an address that begins with https://.');
  return { browser, page: page.href, headless: values.headless ?? !hasDisplay(env, platform) };
}

function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}
