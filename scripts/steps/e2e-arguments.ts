import { type BrowserName, browserNames } from '../browsers.ts';

export type E2eArguments =
  | { kind: 'run'; group?: string; browsers: readonly BrowserName[]; build: boolean }
  | { kind: 'refused'; why: string };

const usage = 'Usage: npm run e2e -- [group] [--browser=chromium|firefox] [--no-build]';

/** @param groups the folders of tests there are */
export function readE2eArguments(args: readonly string[], groups: readonly string[]): E2eArguments {
  let group: string | undefined;
  let browsers = browserNames;
  let build = true;
  for (const arg of args) {
    const browser = browserNames.find((name) => arg === `--browser=${name}`);
    if (browser) browsers = [browser];
    else if (arg === '--no-build') build = false;
    else if (arg.startsWith('-') || group) return { kind: 'refused', why: `What is "${arg}"? ${usage}` };
    else if (!groups.includes(arg)) return { kind: 'refused', why: explainGroup(arg, groups) };
    else group = arg;
  }
  return { kind: 'run', browsers, build, ...(group && { group }) };
}

function explainGroup(group: string, groups: readonly string[]): string {
  return `There is no group "${group}" of end-to-end tests. There is: ${groups.join(', ') || 'none yet'}.`;
}
