import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Badge } from '@/utils/services/get-badge';
import { installBadge } from '../testing/fake-apis';
import { showBadge } from './badge';

let badge: ReturnType<typeof installBadge>;
beforeEach(() => {
  fakeBrowser.reset();
  badge = installBadge();
});

it.each<[Badge, string, string]>([
  [{ code: 'asking', icon: 'logged-out', colour: '#000' }, '…', 'Getting a token'],
  [{ code: 'locked', icon: 'locked', colour: '#000' }, 'lock', 'Locked: no page sends a token'],
  [{ code: 'logged-out', icon: 'logged-out', colour: '#000' }, '', 'Logged out'],
  [
    { code: 'login-needed', icon: 'login-needed', colour: '#000', profileName: 'Sandbox' },
    '!',
    'Sandbox: the token cannot be renewed, log in again',
  ],
  [{ code: 'paused', icon: 'paused', colour: '#000' }, 'II', 'Paused: no page sends the token'],
  [
    { code: 'contested', icon: 'logged-in', colour: '#000' },
    '?',
    'Several profiles fit the same page: choose one in the popup',
  ],
  [
    { code: 'production', icon: 'logged-in', colour: '#000', profileName: 'Live' },
    'PROD',
    'Live: pages of production send the token',
  ],
  [{ code: 'sending', icon: 'logged-in', colour: '#000' }, 'on', 'Pages of the API send the token'],
])('puts %o into words', async (shown, text, sentence) => {
  await showBadge(shown);
  expect([badge.getText(), badge.getTitle()]).toEqual([text, `KnetikCloud: ${sentence}`]);
});

it('shows the picture of the state, in the sizes that toolbars want', async () => {
  const setIcon = vi.fn<(details: object) => Promise<void>>(async () => {});
  Object.assign(fakeBrowser.action, { setIcon });
  vi.stubGlobal('Path2D', vi.fn());
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({
        scale: () => {},
        fill: () => {},
        getImageData: (_x: number, _y: number, width: number) => ({ width }),
      });
    },
  );
  await showBadge({ code: 'sending', icon: 'logged-in', colour: '#000' });
  expect(setIcon).toHaveBeenCalledWith({ imageData: { 16: { width: 16 }, 32: { width: 32 } } });
});

it('a browser that cannot draw shows the badge all the same', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  await showBadge({ code: 'paused', icon: 'paused', colour: '#000' });
  expect(badge.getText()).toBe('II');
});
