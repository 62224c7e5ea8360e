import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { buildEvent } from '../testing/fake-apis';
import type { IdleState } from '@/utils/vault/auto-lock';
import { getIdleState, onIdleChange } from './idle';

/** A browser that, as Chromium does, refuses less than 15 seconds. */
function installIdle(idleSeconds: number) {
  const changed = buildEvent<IdleState>();
  const idle = {
    onStateChanged: changed,
    async queryState(seconds: number) {
      if (!Number.isInteger(seconds) || seconds < 15) throw new Error(`Refused: ${seconds}`);
      return idleSeconds >= seconds ? 'idle' : 'active';
    },
  };
  Object.assign(fakeBrowser, { idle });
  return changed;
}
beforeEach(() => {
  fakeBrowser.reset();
});

it('a change is told as the browser tells it', () => {
  const changed = installIdle(0);
  const told: IdleState[] = [];
  onIdleChange((state) => told.push(state));
  changed.trigger('idle');
  changed.trigger('locked');
  expect(told).toEqual(['idle', 'locked']);
});

it.each([
  [59, 'active'],
  [60, 'idle'],
] as const)('after %i seconds without input, a user who may rest for a minute is %s', async (idleSeconds, state) => {
  installIdle(idleSeconds);
  expect(await getIdleState(60)).toBe(state);
});

it('a time that the browser would refuse becomes one that it takes', async () => {
  installIdle(15);
  expect([await getIdleState(1), await getIdleState(14.5), await getIdleState(15.5)]).toEqual([
    'idle',
    'idle',
    'active',
  ]);
});
