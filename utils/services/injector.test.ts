import { describe, expect, it } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { ACCESS_TOKEN, ALL_ON, API_ORIGIN, INJECTION, ISSUED_TOKEN } from '../testing/examples';
import { createInjector, getInjection, type InjectionInputs, listOrigins, listPages } from './injector';

const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const inputs: InjectionInputs = { state: issued, reaches: {}, switches: ALL_ON };
const reach = { ...OWN_REACH, pages: ['http://localhost:3000'], apis: ['https://media.example'] };

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
    expect(getInjection({ ...inputs, state })).toEqual(INJECTION);
  });

  it.each<[string, Partial<InjectionInputs>]>([
    ['without a token', { state: NO_TOKEN }],
    ['after a logout', { state: { kind: 'absent', revocation: 'revoked' } }],
    ['after a first request that failed', { state: { kind: 'unreachable', failure: { code: 'dns' } } }],
    ['while paused', { switches: { ...ALL_ON, paused: true } }],
    ['when its only page is switched off', { switches: { ...ALL_ON, offSites: [API_ORIGIN] } }],
  ])('is nothing %s', (_case, part) => {
    expect(getInjection({ ...inputs, ...part })).toBeUndefined();
  });

  it('goes also from the pages and to the APIs that were chosen for its login, and not from those of others', () => {
    const reaches = { [API_ORIGIN]: reach, 'https://api.example': { ...OWN_REACH, pages: ['https://other.example'] } };
    expect(getInjection({ ...inputs, reaches })).toEqual({
      ...INJECTION,
      apiOrigins: [API_ORIGIN, 'https://media.example'],
      pageOrigins: [API_ORIGIN, 'http://localhost:3000'],
    });
  });

  it('does not go from a site that is switched off, nor in such a tab; but to such an API', () => {
    const switches = { paused: false, offSites: [API_ORIGIN, 'https://media.example'], offTabs: [7] };
    expect(getInjection({ ...inputs, reaches: { [API_ORIGIN]: reach }, switches })).toEqual({
      ...INJECTION,
      apiOrigins: [API_ORIGIN, 'https://media.example'],
      pageOrigins: ['http://localhost:3000'],
      offTabs: [7],
    });
  });
});

describe('what is injected into further requests', () => {
  it.each(['links', 'everything'] as const)('is what the login was opened to: %s, and no other login', (what) => {
    const reaches = { [API_ORIGIN]: { ...OWN_REACH, [what]: true } };
    expect(getInjection({ ...inputs, reaches })).toEqual({ ...INJECTION, [what]: true });
    const others = { 'https://api.example': { ...OWN_REACH, [what]: true } };
    expect(getInjection({ ...inputs, reaches: others })).toEqual(INJECTION);
  });
});

describe('the pages in which the scripts run', () => {
  const reaches = { [API_ORIGIN]: reach, 'https://api.example': reach };

  it('are those of every login, each once, also while all is off: what is switched on later needs no reload', () => {
    const switches = { paused: true, offSites: [API_ORIGIN], offTabs: [7] };
    const pages = [API_ORIGIN, 'http://localhost:3000', 'https://api.example'];
    expect(listPages({ state: issued, reaches, switches })).toEqual(pages);
    expect(listPages({ state: NO_TOKEN, reaches, switches })).toEqual(pages);
  });

  it('have the page of the login in force among them, whatever was chosen', () => {
    expect(listPages(inputs)).toEqual([API_ORIGIN]);
    expect(listPages({ ...inputs, state: NO_TOKEN })).toEqual([]);
  });
});

it('every origin that was chosen is known: pages, APIs and logins', () => {
  const reaches = { 'https://api.example': reach };
  expect(listOrigins({ ...inputs, reaches })).toEqual([
    API_ORIGIN,
    'https://api.example',
    'http://localhost:3000',
    'https://media.example',
  ]);
});

describe('the injector', () => {
  it('applies one state after the other, each as it is when its turn comes', async () => {
    const log: string[] = [];
    const states = [issued, NO_TOKEN];
    const injector = createInjector({
      async read() {
        log.push('read');
        return { ...inputs, state: states.shift() ?? NO_TOKEN };
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
      read: () => Promise.resolve(inputs),
      async apply(next) {
        applied.push(next);
        if (applied.length === 1) throw new Error('too many rules');
      },
    });
    const outcomes = await Promise.allSettled([injector.applyState(), injector.applyState()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(applied).toEqual([INJECTION, INJECTION]);
  });
});
