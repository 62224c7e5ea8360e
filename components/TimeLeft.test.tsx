// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RECEIVED_AT_MS } from '@/utils/testing/examples';
import { TimeLeft } from './TimeLeft';

beforeEach(() => {
  vi.useFakeTimers({ now: RECEIVED_AT_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(expiresAtMs: number | undefined) {
  const { container } = render(<TimeLeft issuedAtMs={RECEIVED_AT_MS} expiresAtMs={expiresAtMs} />);
  return {
    pass: (ms: number) => act(() => void vi.advanceTimersByTime(ms)),
    /** How much of the ring is drawn, of 100; and what else there is to it. */
    readRing: () => [
      container.querySelector('.left')?.getAttribute('stroke-dasharray'),
      container.querySelector('svg')?.getAttribute('class'),
    ],
  };
}

it('counts down in words and as a ring, until the token is expired', async () => {
  const { pass, readRing } = show(RECEIVED_AT_MS + 80_000);
  expect(screen.getByRole('timer').textContent).toBe('time left 1m 20s');
  expect(readRing()).toEqual(['100 100', 'ring alive']);
  await pass(20_000);
  expect(screen.getByRole('timer').textContent).toBe('time left 1m');
  expect(readRing()).toEqual(['75 100', 'ring alive']);
  await pass(58_000);
  expect(readRing()).toEqual(['2.5 100', 'ring nearly-over']);
  await pass(2_000);
  expect(screen.queryByRole('timer')).toBeNull();
  expect(screen.getByText('expired')).toBeTruthy();
  expect(readRing()).toEqual([undefined, 'ring over']);
});

it('says at what time that will be', () => {
  show(RECEIVED_AT_MS + 80_000);
  expect(screen.getByRole('timer').title).toMatch(/^Expires at Nov 1, 2026, .*:01:20/);
});

it('is not known where the server said nothing of it', () => {
  const { readRing } = show(undefined);
  expect(screen.getByText('no expiry given')).toBeTruthy();
  expect(readRing()).toEqual([undefined, 'ring unknown']);
});

it.each([
  ['begins in the future, the clock was set back', 2000, -1000, '100 100'],
  ['was over when it was issued', 0, 0, undefined],
])('draws no more than a ring when the token %s', (_case, lifetimeMs, nowMs, drawn) => {
  vi.setSystemTime(RECEIVED_AT_MS + nowMs);
  expect(show(RECEIVED_AT_MS + lifetimeMs).readRing()[0]).toBe(drawn);
});
