import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/profiles/settings';
import { type AutoLockLook, getAutoLockMinutes, judgeAutoLock } from './auto-lock';

const NOW_MS = Date.UTC(2026, 10, 1, 12);
const MINUTE_MS = 60_000;
const settings = { ...DEFAULT_SETTINGS, autoLockMinutes: 15, productionAutoLockMinutes: 5, lockWithSystem: true };
const never = { ...settings, autoLockMinutes: null };

describe('the idle minutes', () => {
  it.each([
    ['the user', { settings, isProductionLoggedIn: false }, 15],
    ['production, which is shorter', { settings, isProductionLoggedIn: true }, 5],
    [
      'the user, who wants even less than for production',
      { settings: { ...settings, autoLockMinutes: 2 }, isProductionLoggedIn: true },
      2,
    ],
    ['nobody', { settings: never, isProductionLoggedIn: false }, null],
    ['production, though the user wants none', { settings: never, isProductionLoggedIn: true }, 5],
    ['the team, though the user wants none', { settings: never, isProductionLoggedIn: false, maxMinutes: 30 }, 30],
    ['the team, which allows less', { settings, isProductionLoggedIn: true, maxMinutes: 3 }, 3],
    ['the user, who wants less than the team', { settings, isProductionLoggedIn: false, maxMinutes: 30 }, 15],
  ])('are set by %s', (_name, rules, minutes) => {
    expect(getAutoLockMinutes(rules)).toBe(minutes);
  });
});

describe('a look', () => {
  const look = (part: Partial<AutoLockLook>, minutesAgo: number) =>
    judgeAutoLock({
      settings,
      isProductionLoggedIn: false,
      idleState: 'idle',
      nowMs: NOW_MS,
      lastActiveMs: NOW_MS - minutesAgo * MINUTE_MS,
      ...part,
    });
  const waits = (minutesAgo: number) => ({ kind: 'stay', lastActiveMs: NOW_MS - minutesAgo * MINUTE_MS });
  const LOCK = { kind: 'lock' };

  it.each([
    ['an active user starts the time anew', { idleState: 'active' }, 14, waits(0)],
    ['an idle user has time left', { idleState: 'idle' }, 14, waits(14)],
    ['the time is over', { idleState: 'idle' }, 15, LOCK],
    ['the machine slept longer, and somebody is back', { idleState: 'active' }, 60, LOCK],
    ['production shortens it', { isProductionLoggedIn: true }, 5, LOCK],
    ['the system is locked', { idleState: 'locked' }, 0, LOCK],
    [
      'the system is locked and that is switched off',
      { idleState: 'locked', settings: { ...settings, lockWithSystem: false } },
      3,
      waits(3),
    ],
    ['nobody limits it', { settings: never }, 10_000, waits(10_000)],
    ['nobody limits it, but the system is locked', { settings: never, idleState: 'locked' }, 0, LOCK],
    ['the clock was set back while idle', {}, -600, LOCK],
    ['the clock was set back while active', { idleState: 'active' }, -600, waits(0)],
    ['the clock was set back and nobody limits it', { settings: never }, -600, waits(-600)],
  ] as const)('when %s', (_name, part, minutesAgo, verdict) => {
    expect(look(part, minutesAgo)).toEqual(verdict);
  });
});
