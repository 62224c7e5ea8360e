// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TabStatus } from './tab-status';
import { TabStatusBar } from './TabStatusBar';

afterEach(cleanup);

function renderBar(status: TabStatus, paused = false) {
  const [onPause, onReload] = [vi.fn<(paused: boolean) => void>(), vi.fn<() => void>()];
  render(<TabStatusBar status={status} paused={paused} onPause={onPause} onReload={onReload} />);
  return { onPause, onReload };
}

const LINES: [TabStatus, string][] = [
  [{ kind: 'foreign' }, 'Not a KnetikCloud page'],
  [{ kind: 'logged-out' }, 'Get a token, and requests from this page carry it'],
  [{ kind: 'paused' }, 'Paused: this page sends no token'],
  [{ kind: 'needs-reload' }, 'Reload this tab once, then its requests carry the token'],
  [{ kind: 'carries' }, 'Requests from this page carry the token'],
  [
    { kind: 'other-host', origin: 'https://app.knetikcloud.com:8443' },
    'No token here: yours is for app.knetikcloud.com:8443',
  ],
];

describe('the line on the tab', () => {
  it.each(LINES)('%o', (status, line) => {
    renderBar(status);
    expect(screen.getByRole('status').textContent?.replace(/Reload$/, '')).toBe(line);
  });

  it.each(LINES)('offers a reload only where one helps: %o', (status) => {
    renderBar(status);
    expect(screen.queryAllByRole('button', { name: 'Reload' })).toHaveLength(status.kind === 'needs-reload' ? 1 : 0);
  });

  it('reloads on demand', async () => {
    const { onReload } = renderBar({ kind: 'needs-reload' });
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(onReload).toHaveBeenCalledOnce();
  });
});

describe('the switch', () => {
  it.each([
    [false, true],
    [true, false],
  ])('asks to pause or to go on: paused %s becomes %s', async (paused, asked) => {
    const { onPause } = renderBar({ kind: 'carries' }, paused);
    const toggle = screen.getByRole<HTMLInputElement>('switch', { name: 'Send token' });
    expect(toggle.checked).toBe(!paused);
    await userEvent.click(toggle);
    expect(onPause).toHaveBeenCalledExactlyOnceWith(asked);
  });
});
