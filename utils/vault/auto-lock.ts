import type { Settings } from '@/utils/profiles/settings';

/**
 * What the browser says of the user: `idle` after some time without any input to the system, `locked` while its screen is
 * locked. Firefox never says `locked`; a user behind a locked screen is `active` there at first, and `idle` after that time.
 */
export type IdleState = 'active' | 'idle' | 'locked';

export interface AutoLockRules {
  settings: Settings;
  isProductionLoggedIn: boolean;
  /** The most that the team's policy allows. */
  maxMinutes?: number | undefined;
}

export interface AutoLockLook extends AutoLockRules {
  /** What the last look answered; at first the time of unlocking. Milliseconds since the epoch. */
  lastActiveMs: number;
  nowMs: number;
  /** The browser's word: no input for a minute, or the system's screen lock. */
  idleState: IdleState;
}

export type AutoLockVerdict = { kind: 'lock' } | { kind: 'stay'; lastActiveMs: number };

const MINUTE_MS = 60_000;

/** Idle minutes after which the vault locks: the fewest that anything asks for; null for never. */
export function getAutoLockMinutes({ settings, isProductionLoggedIn, maxMinutes }: AutoLockRules): number | null {
  const minutes = Math.min(
    settings.autoLockMinutes ?? Infinity,
    isProductionLoggedIn ? settings.productionAutoLockMinutes : Infinity,
    maxMinutes ?? Infinity,
  );
  return minutes === Infinity ? null : minutes;
}

/** Whether the vault is to be locked. To be asked about every minute while it is open, and whenever the browser wakes. */
export function judgeAutoLock(look: AutoLockLook): AutoLockVerdict {
  const { settings, lastActiveMs, nowMs, idleState } = look;
  if (idleState === 'locked' && settings.lockWithSystem) return { kind: 'lock' };
  const minutes = getAutoLockMinutes(look);
  const idleMs = nowMs - lastActiveMs;
  // Also when the user is active now: after a sleep it may be another one.
  if (minutes !== null && idleMs >= minutes * MINUTE_MS) return { kind: 'lock' };
  if (idleState === 'active') return { kind: 'stay', lastActiveMs: nowMs };
  // The clock was set back while nobody was there: how long is unknown, and waiting for it could take years.
  if (minutes !== null && idleMs < 0) return { kind: 'lock' };
  return { kind: 'stay', lastActiveMs };
}
