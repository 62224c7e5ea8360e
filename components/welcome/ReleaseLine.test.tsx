// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seenVersionItem } from '@/utils/platform/install-events';
import { ReleaseLine } from './ReleaseLine';

afterEach(cleanup);
beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'test',
    version: '0.2.1',
  });
});

async function openAfter(seen: string | null): Promise<void> {
  await seenVersionItem.setValue(seen);
  render(<ReleaseLine />);
}

it('after an update with something new it leads to the notes', async () => {
  await openAfter('0.1.0');
  const link = await screen.findByRole('link', { name: 'What is new in 0.2' });
  expect(link.getAttribute('href')).toMatch(/welcome\.html#new$/);
});

it('dismissed, it is gone for good', async () => {
  await openAfter('0.1.0');
  await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
  expect(await seenVersionItem.getValue()).toBe('0.2.1');
});

it('read, it is gone, too', async () => {
  await openAfter('0.1.0');
  await userEvent.click(await screen.findByRole('link'));
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull());
});

it.each(['0.2.0', null])('to those who know %s it says nothing', async (seen) => {
  const read = vi.spyOn(seenVersionItem, 'getValue');
  await openAfter(seen);
  await waitFor(() => expect(read).toHaveBeenCalled());
  await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown>));
  expect(screen.queryByRole('link')).toBeNull();
});
