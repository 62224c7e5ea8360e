// @vitest-environment node
import { expect, it } from 'vitest';
import { listSystemPaths } from './system-browsers.ts';

it('looks along PATH before the usual folders, and for each program everywhere before the next', () => {
  const machine = { platform: 'linux', env: { PATH: '/opt/bin:/usr/bin' }, home: '/home/me' } as const;

  expect(listSystemPaths('chromium', machine)).toEqual([
    '/opt/bin/chromium',
    '/usr/bin/chromium',
    '/usr/local/bin/chromium',
    '/opt/bin/chromium-browser',
    '/usr/bin/chromium-browser',
    '/usr/local/bin/chromium-browser',
  ]);
});

it('looks for applications of the machine and of the user on macOS', () => {
  const paths = listSystemPaths('firefox', { platform: 'darwin', env: {}, home: '/Users/me' });

  expect(paths.slice(0, 2)).toEqual([
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Users/me/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);
});

it('looks in the program folders that Windows names, and does without those it does not', () => {
  const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' };
  const paths = listSystemPaths('google-chrome', { platform: 'win32', env, home: '' });

  expect(paths.slice(-2)).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ]);
});
