import { describe, expect, it } from 'vitest';
import type { InForce } from '@/utils/injection/injection';
import { ACCESS_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
import { buildSituation, PROFILE } from '../testing/profile-examples';
import { createInjector } from './injector';

const getTokens = ({ injections }: InForce): string => injections.map(({ access_token }) => access_token).join();

describe('the injector', () => {
  it('applies one state after the other, each as it is when its turn comes', async () => {
    const log: string[] = [];
    const situations = [buildSituation(), buildSituation({ states: {} })];
    const injector = createInjector({
      async read() {
        log.push('read');
        return situations.shift() ?? buildSituation();
      },
      async apply(inForce) {
        log.push(`applying ${getTokens(inForce)}`);
        await Promise.resolve();
        log.push('applied');
      },
      nowMs: () => RECEIVED_AT_MS,
    });
    await Promise.all([injector.applyState(), injector.applyState()]);
    expect(log).toEqual(['read', `applying ${ACCESS_TOKEN}`, 'applied', 'read', 'applying ', 'applied']);
  });

  it('goes on after an application that failed, and tells the one who asked', async () => {
    const applied: string[] = [];
    const injector = createInjector({
      read: () => Promise.resolve(buildSituation()),
      async apply(inForce) {
        applied.push(getTokens(inForce));
        if (applied.length === 1) throw new Error('too many rules');
      },
      nowMs: () => RECEIVED_AT_MS,
    });
    const outcomes = await Promise.allSettled([injector.applyState(), injector.applyState()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(applied).toEqual([ACCESS_TOKEN, ACCESS_TOKEN]);
  });

  it('leaves nothing in force when what is stored cannot be read, and tells the one who asked', async () => {
    const applied: InForce[] = [];
    const injector = createInjector({
      read: () => Promise.reject(new Error('storage is damaged')),
      apply: async (inForce) => void applied.push(inForce),
      nowMs: () => RECEIVED_AT_MS,
    });
    await expect(injector.applyState()).rejects.toThrow('damaged');
    expect(applied).toEqual([{ injections: [], offTabs: [] }]);
  });

  it('goes by the time at which it applies: writing that has run out meanwhile is not allowed', async () => {
    const applied: unknown[] = [];
    let nowMs = RECEIVED_AT_MS;
    const injector = createInjector({
      async read() {
        nowMs += 1;
        const profiles = [{ ...PROFILE, isProduction: true }];
        return buildSituation({ profiles, writingUntil: { [PROFILE.id]: RECEIVED_AT_MS + 1 } });
      },
      apply: async ({ injections }) => void applied.push(injections[0]?.isReadOnly),
      nowMs: () => nowMs,
    });
    await injector.applyState();
    expect(applied).toEqual([true]);
  });
});
