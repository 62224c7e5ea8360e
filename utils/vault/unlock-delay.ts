import * as v from 'valibot';

/** Wrong passphrases in a row, as stored; on disk, so that a restart does not make one forget. */
const UnlockAttemptsSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Milliseconds since the epoch. */
  lastAtMs: v.number(),
});
export type UnlockAttempts = v.InferOutput<typeof UnlockAttemptsSchema>;

const FREE_ATTEMPTS = 2;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 5 * 60_000;

/** None for what is absent or damaged: whoever can write there could also write none. */
export function readAttempts(stored: unknown): UnlockAttempts {
  const reading = v.safeParse(UnlockAttemptsSchema, stored);
  return reading.success ? reading.output : { count: 0, lastAtMs: 0 };
}

/** How long to wait after so many wrong passphrases in a row: not at all after two, then 1 s, 2 s … 5 min. */
export function getUnlockDelayMs(count: number): number {
  return count <= FREE_ATTEMPTS ? 0 : Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - FREE_ATTEMPTS - 1));
}

/** When a passphrase may be tried again, by the wall clock; not after now when nothing has to be waited for. */
export function getRetryAtMs({ count, lastAtMs }: UnlockAttempts, nowMs: number): number {
  // The clock was set back: nobody knows how long ago that was, and waiting for it could take years.
  if (lastAtMs > nowMs) return nowMs;
  return lastAtMs + getUnlockDelayMs(count);
}
