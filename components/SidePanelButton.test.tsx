// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installSidePanel } from '@/utils/testing/fake-surfaces';
import { SidePanelButton } from './SidePanelButton';

const closed = vi.fn<() => void>();
/** The popup is at the toolbar. */
const installNoTab = () => Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined });

beforeEach(() => {
  fakeBrowser.reset();
  installNoTab();
  closed.mockClear();
  vi.stubGlobal('close', closed);
  vi.stubEnv('FIREFOX', '');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('opens the side panel in the window of the popup, which gives way to it', async () => {
  const opened = installSidePanel();
  render(<SidePanelButton />);
  await userEvent.click(screen.getByRole('button', { name: 'Open in the side panel' }));
  expect(opened).toEqual([fakeBrowser.windows.WINDOW_ID_CURRENT]);
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
});

it('leaves a popup that is open in a tab', async () => {
  const opened = installSidePanel();
  const asked = vi.fn<() => Promise<object>>(async () => ({ id: 1 }));
  Object.assign(fakeBrowser.tabs, { getCurrent: asked });
  render(<SidePanelButton />);
  await userEvent.click(screen.getByRole('button', { name: 'Open in the side panel' }));
  await asked.mock.results[0]?.value;
  expect([opened.length, closed.mock.calls.length]).toEqual([1, 0]);
});

it('opens the sidebar in Firefox', async () => {
  vi.stubEnv('FIREFOX', 'true');
  const open = vi.fn<() => Promise<void>>(async () => {});
  Object.assign(fakeBrowser, { sidebarAction: { open } });
  render(<SidePanelButton />);
  await userEvent.click(screen.getByRole('button', { name: 'Open in the sidebar' }));
  expect(open).toHaveBeenCalledOnce();
});

it('is not there in the side panel itself, nor where there is none', () => {
  installSidePanel();
  vi.stubGlobal('location', { pathname: '/sidepanel.html' });
  render(<SidePanelButton />);
  vi.stubGlobal('location', { pathname: '/popup.html' });
  Reflect.deleteProperty(fakeBrowser, 'sidePanel');
  render(<SidePanelButton />);
  expect(screen.queryByRole('button')).toBeNull();
});
