// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { failWhenStalled } from './fail-when-stalled.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives up on work that never says anything', async () => {
  const outcome = Promise.allSettled([failWhenStalled(1000, () => new Promise(() => {}))]);

  await vi.advanceTimersByTimeAsync(1000);
  expect(await outcome).toMatchObject([{ reason: { message: 'nothing arrived for 1 s' } }]);
});

it('waits for slow work as long as something arrives, and for unpacking without limit', async () => {
  const work = failWhenStalled(1000, async (report) => {
    for (let second = 0; second < 5; second += 1) {
      await new Promise((resolve) => setTimeout(resolve, 900));
      report('more');
    }
    report('last');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    return 'installed';
  });

  await vi.advanceTimersByTimeAsync(70_000);
  expect(await work).toBe('installed');
});
