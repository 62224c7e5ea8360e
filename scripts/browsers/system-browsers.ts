import { posix, win32 } from 'node:path';
import type { BrowserName } from '../browsers.ts';

export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  home: string;
}

/**
 * Google Chrome is a kind of its own: from version 137 on it ignores `--load-extension` and takes an unpacked
 * extension only over the debugging pipe, so everything else that is Chromium comes before it.
 */
type Kind = BrowserName | 'google-chrome';

const linuxPrograms: Record<Kind, string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
  'google-chrome': ['google-chrome-unstable', 'google-chrome-beta', 'google-chrome-stable', 'google-chrome'],
};

const macApplications: Record<Kind, string[]> = {
  chromium: ['Chromium', 'Google Chrome for Testing'],
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'],
  'google-chrome': ['Google Chrome Canary', 'Google Chrome Dev', 'Google Chrome Beta', 'Google Chrome'],
};

const windowsFiles: Record<Kind, string[]> = {
  chromium: ['Chromium\\Application\\chrome.exe'],
  firefox: ['Mozilla Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map((name) => `${name}\\firefox.exe`),
  'google-chrome': ['Chrome SxS', 'Chrome Dev', 'Chrome Beta', 'Chrome'].map(
    (name) => `Google\\${name}\\Application\\chrome.exe`,
  ),
};

/** Where a browser usually is on such a machine, the likeliest first; whether it is there is not looked at. */
export function listSystemPaths(kind: Kind, { platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return cross(folders, windowsFiles[kind], win32.join);
  }
  if (platform === 'darwin') {
    return cross(['/Applications', posix.join(home, 'Applications')], macApplications[kind], (folder, name) =>
      // Nightly and the Developer Edition name their program like Firefox itself.
      posix.join(folder, `${name}.app/Contents/MacOS`, kind === 'firefox' ? 'firefox' : name),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/local/bin', '/usr/bin'];
  return cross([...new Set(folders)], linuxPrograms[kind], posix.join);
}

/** Every folder for the first name, then every folder for the second, and so on. */
function cross(
  folders: readonly (string | undefined)[],
  names: readonly string[],
  join: (folder: string, name: string) => string,
): string[] {
  return names.flatMap((name) => folders.flatMap((folder) => (folder ? [join(folder, name)] : [])));
}
