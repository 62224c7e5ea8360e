import { spawnSync } from 'node:child_process';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where each of them looks for policies on Linux; docs/administrators.md says the same. */
const CHROMIUM_FILES = ['chromium', 'opt/chrome', 'opt/chrome_for_testing'].map(
  (folder) => `${folder}/policies/managed/credential-helper.json`,
);
const FIREFOX_FILES = ['firefox/policies/policies.json'];

/** Lays a folder over /etc, for this process and its children alone, and becomes the program. */
const START_UNDER = ['--user', '--map-root-user', '--mount', 'sh', '-c'].concat(
  'mount -t overlay overlay -o "lowerdir=$0:/etc" /etc && exec "$@"',
);

/** Why no browser can be started under a policy on this machine; undefined when it can. */
export function findPolicyObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'policies are files in /etc on Linux only';
  const { status, stderr, error } = spawnSync('unshare', [...START_UNDER, '/tmp', 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : `this machine lets nobody lay files over /etc: ${error?.message ?? stderr.trim()}`;
}

interface PolicyStart {
  executablePath: string;
  /** Everything is written there; it goes when the profile goes. */
  profilePath: string;
  /** As the browser knows the extension. */
  extensionId: string;
  policy: object;
}

/**
 * A program that starts Chromium under a policy for the extension. The policy file is where an administrator would put
 * it, but only that browser sees it: no root is needed, other browsers are not touched, and nothing is left behind.
 */
export function underChromiumPolicy({ extensionId, policy, ...start }: PolicyStart): Promise<string> {
  return buildStarter(start, CHROMIUM_FILES, { '3rdparty': { extensions: { [extensionId]: policy } } });
}

/** The same for Firefox. */
export function underFirefoxPolicy({ extensionId, policy, ...start }: PolicyStart): Promise<string> {
  return buildStarter(start, FIREFOX_FILES, { policies: { '3rdparty': { Extensions: { [extensionId]: policy } } } });
}

async function buildStarter(
  { executablePath, profilePath }: Pick<PolicyStart, 'executablePath' | 'profilePath'>,
  files: readonly string[],
  content: object,
): Promise<string> {
  const folder = join(profilePath, 'policy');
  for (const file of files) {
    await mkdir(join(folder, 'etc', dirname(file)), { recursive: true });
    await writeFile(join(folder, 'etc', file), JSON.stringify(content));
    // Chromium lets a fresh file rest for some seconds.
    await utimes(join(folder, 'etc', file), 0, 0);
  }
  const starter = join(folder, 'start');
  const words = ['unshare', ...START_UNDER, join(folder, 'etc'), executablePath].map(quote);
  await writeFile(starter, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return starter;
}

/** For a shell, which then changes nothing in it. */
const quote = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
