// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSetAside } from '@/utils/platform/set-aside';
import { damagedVaultItem } from '@/utils/platform/vault-storage';
import { setAside } from '@/utils/platform/versioned-item';
import { ProblemsSection } from './ProblemsSection';

const FOUND_AT_MS = Date.UTC(2026, 10, 1, 12);
beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: FOUND_AT_MS, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const readItems = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
async function openWithTwo() {
  await setAside('local:settings', { version: 1, value: 'scrambled' }, 'damaged');
  vi.setSystemTime(FOUND_AT_MS - 1);
  await setAside('local:profile:7c0e', { version: 9 }, 'newer-version');
  const user = userEvent.setup();
  render(<ProblemsSection />);
  await screen.findByRole('heading', { name: 'Settings' });
  return user;
}

it('where all could be read, that is said', async () => {
  render(<ProblemsSection />);
  expect(await screen.findByText('None. All that is stored could be read.')).toBeTruthy();
});

it('what could not be read is shown with its name, why, and when it was found', async () => {
  await openWithTwo();
  expect(readItems()).toEqual(['Settings', 'Profile 7c0e']);
  const [settings, profile] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(settings).toContain('It was damaged');
  expect(settings).toMatch(/Found: Nov 1, 2026, \d+:00:00\s[AP]M/);
  expect(profile).toContain('A newer version of this extension has written it');
});

it('what was found can be copied as it is', async () => {
  const user = await openWithTwo();
  await user.click(screen.getByRole('button', { name: 'Copy what was found: Settings' }));
  expect(await navigator.clipboard.readText()).toBe('{"version":1,"value":"scrambled"}');
});

it('what was found can be saved as a file', async () => {
  const user = await openWithTwo();
  const saved: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    if (given instanceof Blob) blob = given;
    return 'blob:saved';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob });
  });
  await user.click(screen.getByRole('button', { name: 'Save as a file: Settings' }));
  expect(saved.map(({ name }) => name)).toEqual(['local-settings.json']);
  expect(await saved[0]?.blob.text()).toBe('{"version":1,"value":"scrambled"}');
});

it('one is thrown away after a second look, and no other with it', async () => {
  const user = await openWithTwo();
  await user.click(screen.getByRole('button', { name: 'Throw away: Settings…' }));
  expect(screen.getByText(/^Settings, as it was found, is lost\./)).toBeTruthy();
  expect(await readSetAside()).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Throw away' }));
  await vi.waitFor(() => expect(readItems()).toEqual(['Profile 7c0e']));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Problems' }));
  expect(screen.getByText('Thrown away')).toBeTruthy();
});

it('a vault that was damaged has its place here, without a time that nobody noted', async () => {
  await damagedVaultItem.setValue('flipped');
  render(<ProblemsSection />);
  expect(await screen.findByRole('heading', { name: /^The vault, as it was before/ })).toBeTruthy();
  expect(screen.queryByText(/^Found/)).toBeNull();
});
