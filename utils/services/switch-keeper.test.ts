import { beforeEach, describe, expect, it } from 'vitest';
import type { Switches } from '@/utils/injection/reach';
import { buildChoiceKey, type Choices } from '@/utils/profiles/routes';
import { ALL_ON, API_ORIGIN, RECEIVED_AT_MS } from '../testing/examples';
import { createSwitchKeeper } from './switch-keeper';

const [PAGE, OTHER] = ['http://localhost:3000', 'https://app.example'];
const route = (page: string) => ({ page, api: API_ORIGIN });

let stored: { switches: Switches; choices: Choices; writingUntil: Readonly<Record<string, number>> };
let log: string[];
let nowMs: number;
let wakeAtMs: number | undefined;
let applyState: () => Promise<void>;
beforeEach(() => {
  stored = { switches: ALL_ON, choices: {}, writingUntil: {} };
  log = [];
  nowMs = RECEIVED_AT_MS;
  wakeAtMs = undefined;
  applyState = async () => void log.push('applied');
});

/** A stored value that takes as long as one of the browser's, and notes what is done with it. */
const buildStored = <K extends keyof typeof stored>(name: K) => ({
  async getValue() {
    log.push(`${name} read`);
    return stored[name];
  },
  async setValue(value: (typeof stored)[K]) {
    await Promise.resolve();
    log.push(`${name} written`);
    stored[name] = value;
  },
});
const createKeeper = () =>
  createSwitchKeeper({
    switches: buildStored('switches'),
    choices: buildStored('choices'),
    writingUntil: buildStored('writingUntil'),
    applyState: () => applyState(),
    wakeAt: async (timeMs) => void (wakeAtMs = timeMs),
    nowMs: () => nowMs,
  });
const offSite = (origin: string) => ({ kind: 'site', origin, on: false }) as const;

describe('the keeper of switches', () => {
  it('makes one change at a time, so that none is lost', async () => {
    const keeper = createKeeper();
    await Promise.all([keeper.changeSwitches(offSite(PAGE)), keeper.changeSwitches(offSite(OTHER))]);
    expect(stored.switches.offSites).toEqual([PAGE, OTHER]);
    const one = ['switches read', 'switches written', 'applied'];
    expect(log).toEqual([...one, ...one]);
  });

  it('has done a change only when it is in force', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    applyState = async () => {
      log.push('applying');
      await promise;
    };
    const changing = createKeeper()
      .changeSwitches({ kind: 'all', on: false })
      .then(() => log.push('done'));
    await expect.poll(() => log).toContain('applying');
    expect([stored.switches.paused, log.includes('done')]).toEqual([true, false]);
    resolve();
    await changing;
    expect(log.at(-1)).toBe('done');
  });

  it('goes on after a change that failed, and tells the one who asked', async () => {
    const outcomes = [() => Promise.reject(new Error('too many rules')), () => Promise.resolve()];
    applyState = () => outcomes.shift()?.() ?? Promise.resolve();
    const keeper = createKeeper();
    const results = await Promise.allSettled([
      keeper.chooseProfile({ profileId: 'p', routes: [route(PAGE)] }),
      keeper.changeSwitches({ kind: 'tab', tabId: 7, on: false }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(stored.switches.offTabs).toEqual([7]);
  });
});

describe('a choice', () => {
  it('is kept for each of its pages and APIs, beside those of others', async () => {
    const keeper = createKeeper();
    await Promise.all([
      keeper.chooseProfile({ profileId: 'p', routes: [route(PAGE), route(OTHER)] }),
      keeper.chooseProfile({ profileId: 'q', routes: [route(OTHER)] }),
    ]);
    expect(stored.choices).toEqual({ [buildChoiceKey(route(PAGE))]: 'p', [buildChoiceKey(route(OTHER))]: 'q' });
    expect(log.at(-1)).toBe('applied');
  });
});

describe('a tab that is closed', () => {
  it('is forgotten when it was switched off', async () => {
    stored.switches = { ...ALL_ON, offTabs: [7, 8] };
    await createKeeper().forgetTab(7);
    expect(stored.switches.offTabs).toEqual([8]);
    expect(log.at(-1)).toBe('applied');
  });

  it('is forgotten also when it is being switched off at that moment', async () => {
    const keeper = createKeeper();
    await Promise.all([keeper.changeSwitches({ kind: 'tab', tabId: 7, on: false }), keeper.forgetTab(7)]);
    expect(stored.switches.offTabs).toEqual([]);
  });

  it('changes nothing otherwise', async () => {
    await createKeeper().forgetTab(7);
    expect(log).toEqual(['switches read']);
  });
});

describe('writing to production', () => {
  const minute = 60_000;

  it('is allowed for so many minutes, to one profile and no other', async () => {
    const keeper = createKeeper();
    await keeper.allowWriting({ profileId: 'p', minutes: 10 });
    await keeper.allowWriting({ profileId: 'q', minutes: 5 });
    expect(stored.writingUntil).toEqual({ p: RECEIVED_AT_MS + 10 * minute, q: RECEIVED_AT_MS + 5 * minute });
    expect([wakeAtMs, log.at(-1)]).toEqual([RECEIVED_AT_MS + 5 * minute, 'applied']);
  });

  it('is allowed no more when the user says so', async () => {
    stored.writingUntil = { p: RECEIVED_AT_MS + minute };
    await createKeeper().allowWriting({ profileId: 'p', minutes: 0 });
    expect([stored.writingUntil, wakeAtMs, log.at(-1)]).toEqual([{}, undefined, 'applied']);
  });

  it('ends at its time, in force at once, and the next end is waited for', async () => {
    stored.writingUntil = { p: RECEIVED_AT_MS, q: RECEIVED_AT_MS + minute };
    await createKeeper().wakeUp();
    expect([stored.writingUntil, wakeAtMs]).toEqual([{ q: RECEIVED_AT_MS + minute }, RECEIVED_AT_MS + minute]);
    expect(log).toContain('applied');
  });

  it('does not end before, however often the keeper is woken', async () => {
    stored.writingUntil = { p: RECEIVED_AT_MS + 1 };
    await createKeeper().wakeUp();
    expect([stored.writingUntil, wakeAtMs]).toEqual([{ p: RECEIVED_AT_MS + 1 }, RECEIVED_AT_MS + 1]);
    expect(log).not.toContain('applied');
  });
});
