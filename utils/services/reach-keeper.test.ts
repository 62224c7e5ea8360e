import { beforeEach, describe, expect, it } from 'vitest';
import { OWN_REACH, type Reaches, type Switches } from '@/utils/injection/reach';
import { ALL_ON, API_ORIGIN } from '../testing/examples';
import { createReachKeeper } from './reach-keeper';

const [PAGE, OTHER] = ['http://localhost:3000', 'https://app.example'];
const add = (origin: string) => ({ api_origin: API_ORIGIN, change: { kind: 'add', what: 'pages', origin } }) as const;

let stored: { reaches: Reaches; switches: Switches };
let log: string[];
let applyState: () => Promise<void>;
beforeEach(() => {
  stored = { reaches: {}, switches: ALL_ON };
  log = [];
  applyState = async () => void log.push('applied');
});

/** A stored value that takes as long as one of the browser's, and notes what is done with it. */
const buildStored = <K extends keyof typeof stored>(name: K) => ({
  async read() {
    log.push(`${name} read`);
    return stored[name];
  },
  async write(value: (typeof stored)[K]) {
    await Promise.resolve();
    log.push(`${name} written`);
    stored[name] = value;
  },
});
const createKeeper = () =>
  createReachKeeper({
    reaches: buildStored('reaches'),
    switches: buildStored('switches'),
    applyState: () => applyState(),
  });

describe('the keeper of reach and switches', () => {
  it('changes the reach of one login and no other', async () => {
    const other = { ...OWN_REACH, apis: [OTHER] };
    stored.reaches = { 'https://api.example': other };
    await createKeeper().changeReach(add(PAGE));
    expect(stored.reaches).toEqual({ 'https://api.example': other, [API_ORIGIN]: { ...OWN_REACH, pages: [PAGE] } });
  });

  it('makes one change at a time, so that none is lost', async () => {
    const keeper = createKeeper();
    await Promise.all([keeper.changeReach(add(PAGE)), keeper.changeReach(add(OTHER))]);
    expect(stored.reaches[API_ORIGIN]?.pages).toEqual([PAGE, OTHER]);
    const one = ['reaches read', 'reaches written', 'applied'];
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
      keeper.changeReach(add(PAGE)),
      keeper.changeSwitches({ kind: 'tab', tabId: 7, on: false }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(stored.switches.offTabs).toEqual([7]);
  });
});

describe('the API of a login', () => {
  it('is known from then on, and nothing is changed for one that was known', async () => {
    const keeper = createKeeper();
    await keeper.noteLogin(API_ORIGIN);
    expect([stored.reaches, log.at(-1)]).toEqual([{ [API_ORIGIN]: OWN_REACH }, 'applied']);
    stored.reaches = { [API_ORIGIN]: { ...OWN_REACH, pages: [PAGE] } };
    log = [];
    await keeper.noteLogin(API_ORIGIN);
    expect([stored.reaches[API_ORIGIN]?.pages, log]).toEqual([[PAGE], ['reaches read']]);
  });

  it('loses no page that is chosen at that moment', async () => {
    const keeper = createKeeper();
    await Promise.all([keeper.changeReach(add(PAGE)), keeper.noteLogin(API_ORIGIN)]);
    expect(stored.reaches[API_ORIGIN]?.pages).toEqual([PAGE]);
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
