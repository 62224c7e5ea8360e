import { describe, expect, it } from 'vitest';
import type { Injection } from '@/utils/injection/session-rules';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { ACCESS_TOKEN, API_ORIGIN, ISSUED_TOKEN } from '../testing/examples';
import { createInjector, getInjection } from './injector';

const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const injection: Injection = {
  access_token: ACCESS_TOKEN,
  apiOrigins: [API_ORIGIN],
  pageOrigins: [API_ORIGIN],
  offTabs: [],
};

describe('what is injected', () => {
  it.each<TokenState>([
    issued,
    {
      kind: 'refused',
      failure: { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' },
      token: ISSUED_TOKEN,
    },
    { kind: 'unreachable', failure: { code: 'dns' }, token: ISSUED_TOKEN },
  ])('is the held token, from and to its own origin, also after a request that was $kind', (state) => {
    expect(getInjection({ state, paused: false })).toEqual(injection);
  });

  it.each<[string, TokenState, boolean]>([
    ['without a token', NO_TOKEN, false],
    ['after a logout', { kind: 'absent', revocation: 'revoked' }, false],
    ['after a first request that failed', { kind: 'unreachable', failure: { code: 'dns' } }, false],
    ['while paused', issued, true],
  ])('is nothing %s', (_case, state, paused) => {
    expect(getInjection({ state, paused })).toBeUndefined();
  });
});

describe('the injector', () => {
  it('applies one state after the other, each as it is when its turn comes', async () => {
    const log: string[] = [];
    const states = [issued, NO_TOKEN];
    const injector = createInjector({
      async read() {
        log.push('read');
        return { state: states.shift() ?? NO_TOKEN, paused: false };
      },
      async apply(applied) {
        log.push(`applying ${applied?.access_token}`);
        await Promise.resolve();
        log.push('applied');
      },
    });
    await Promise.all([injector.applyState(), injector.applyState()]);
    expect(log).toEqual(['read', `applying ${ACCESS_TOKEN}`, 'applied', 'read', 'applying undefined', 'applied']);
  });

  it('goes on after an application that failed, and tells the one who asked', async () => {
    const applied: unknown[] = [];
    const injector = createInjector({
      read: () => Promise.resolve({ state: issued, paused: false }),
      async apply(next) {
        applied.push(next);
        if (applied.length === 1) throw new Error('too many rules');
      },
    });
    const outcomes = await Promise.allSettled([injector.applyState(), injector.applyState()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(applied).toEqual([injection, injection]);
  });
});
