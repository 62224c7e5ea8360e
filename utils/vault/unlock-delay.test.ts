import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { getRetryAtMs, getUnlockDelayMs, readAttempts } from './unlock-delay';

it('after two wrong passphrases each doubles the wait, up to five minutes', () => {
  const counts = [0, 1, 2, 3, 4, 5, 11, 12, 13, 1e9];
  expect(counts.map((count) => getUnlockDelayMs(count) / 1000)).toEqual([0, 0, 0, 1, 2, 4, 256, 300, 300, 300]);
});

it('the wait counts from the last try, by the wall clock', () => {
  expect(getRetryAtMs({ count: 4, lastAtMs: 10_000 }, 11_000)).toBe(12_000);
  expect(getRetryAtMs({ count: 4, lastAtMs: 10_000 }, 90_000)).toBeLessThan(90_000);
});

it('whatever is stored and whatever the clock does, nobody waits longer than five minutes', () => {
  const stored = fc.oneof(
    fc.record({ count: fc.oneof(fc.nat(), fc.double()), lastAtMs: fc.double() }),
    fc.record({ count: fc.nat(), lastAtMs: fc.nat() }),
    fc.anything(),
  );
  fc.assert(
    fc.property(stored, fc.nat(), (stored, nowMs) => {
      expect(getRetryAtMs(readAttempts(stored), nowMs) - nowMs).toBeLessThanOrEqual(300_000);
    }),
  );
});

it('a clock that was set back ends the wait, and does not forget how many were wrong', () => {
  const attempts = readAttempts({ count: 20, lastAtMs: 5_000_000 });
  expect(getRetryAtMs(attempts, 1_000)).toBe(1_000);
  expect(attempts.count).toBe(20);
});
