// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { AboutSection } from './AboutSection';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const LIST = `${hash('run()')}  background.js\n${hash('{}')}  manifest.json\n${hash('<p>')}  popup.html\n`;
const BUILT = { SHA256SUMS: LIST, 'background.js': 'run()', 'popup.html': '<p>', 'manifest.json': '{}' };

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.getURL = (path) => `chrome-extension://id/${path}`;
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'x', version: '1.2.3' });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens the section of an extension with these files. Like a browser, it rejects for a file that is not there. */
function open(files: Readonly<Record<string, string>>) {
  vi.stubGlobal('fetch', async (url: string) => {
    const text = files[url.replace('chrome-extension://id/', '')];
    if (text === undefined) throw new TypeError('Failed to fetch');
    return new Response(text);
  });
  render(<AboutSection />);
}

async function check(files: Readonly<Record<string, string>>): Promise<void> {
  open(files);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Check the installed files' }));
}

it('the version and the hash of the list of files are shown', async () => {
  open(BUILT);
  expect(await screen.findByText(hash(LIST))).toBeTruthy();
  expect(screen.getByText('Version 1.2.3')).toBeTruthy();
});

it('files that are as they were built are counted', async () => {
  await check(BUILT);
  expect(await screen.findByText('As they were built: 2 of 2 files that can run.')).toBeTruthy();
});

it('a changed file and one that is gone are named', async () => {
  await check({ SHA256SUMS: LIST, 'background.js': 'steal()' });
  expect(await screen.findByText(/^Not as they were built: background\.js and popup\.html\./)).toBeTruthy();
});

it('what a store rewrites is no change', async () => {
  await check({ ...BUILT, 'manifest.json': '{"update_url":"https://store.example"}' });
  expect(await screen.findByText(/^As they were built/)).toBeTruthy();
});

it('in development, where nothing was noted, no hash is shown', async () => {
  open({});
  expect(await screen.findByText('Version 1.2.3')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
