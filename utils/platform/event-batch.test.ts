import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEventBatches } from './event-batch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('whoever came in one batch is released together, before and after the event that must not be held back', async () => {
  const batches = createEventBatches();
  const before = batches.join();
  batches.release();
  await expect(Promise.all([before, batches.join()])).resolves.toHaveLength(2);
});

it('whoever came in an earlier or a later batch goes on waiting', async () => {
  const batches = createEventBatches();
  const released: string[] = [];
  const join = (name: string) => void batches.join().then(() => released.push(name));
  join('earlier');
  await vi.advanceTimersByTimeAsync(0);
  join('together');
  batches.release();
  await vi.advanceTimersByTimeAsync(0);
  join('later');
  await vi.advanceTimersByTimeAsync(1000);
  expect(released).toEqual(['together']);
});
