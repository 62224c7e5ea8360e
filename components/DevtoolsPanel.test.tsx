// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activityItem } from '@/utils/platform/storage';
import { API_ORIGIN } from '@/utils/testing/examples';
import { installPermissions } from '@/utils/testing/fake-apis';
import { DevtoolsPanel } from './DevtoolsPanel';
import type { ActivityEntry } from './explained-request';
import { installBackground } from './testing/open-popup';

const build = (path: string, tabId: number): ActivityEntry => ({
  sentAtMs: tabId,
  method: 'GET',
  origin: API_ORIGIN,
  path,
  page: API_ORIGIN,
  tabId,
  kind: 'call',
  verdict: 'paused',
  durationMs: 1,
});

beforeEach(() => {
  fakeBrowser.reset();
  installPermissions();
});
afterEach(cleanup);

it('the panel shows the requests of its tab alone, explains one beside them, and clears them alone', async () => {
  const background = installBackground();
  await activityItem.setValue([build('/mine', 7), build('/other', 8)]);
  render(<DevtoolsPanel tabId={7} />);
  const user = userEvent.setup();
  const row = await screen.findByRole('button', { name: /mine/ });
  expect(screen.queryByRole('button', { name: /other/ })).toBeNull();
  await user.click(row);
  await screen.findByRole('list', { name: 'Conditions' });
  expect(row.getAttribute('aria-current')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  await vi.waitFor(() => expect(background.asked).toEqual([['clearTabActivity', 7]]));
});

it('without a tab to inspect it says where it belongs', () => {
  render(<DevtoolsPanel tabId={undefined} />);
  expect(screen.getByText(/^This page belongs into the developer tools/)).toBeTruthy();
});
