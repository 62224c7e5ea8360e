import { beforeEach, describe, expect, it } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import { withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile, MAX_PROFILES, type Profile } from '@/utils/profiles/profile';
import { type NewProfile, type ProfilesChange, UNDO_MS } from '@/utils/profiles/profile-list';
import { API_ORIGIN, PASSWORD, PASSWORD_FORM, RECEIVED_AT_MS } from '../testing/examples';
import { createProfileKeeper, type ProfileKeeperPorts } from './profile-keeper';

const PAGE = 'http://localhost:3000';
const A = buildProfile('a', { name: 'A' });
const B = buildProfile('b', { name: 'B' });
const { id: _id, ...added }: Profile = buildProfile('x', { name: 'New' });
const NO_SECRETS = { client_secret: '', password: '', token: '', refresh_token: '' };

let stored: readonly Profile[];
let log: string[];
let nowMs: number;
let wakeAtMs: number | undefined;
beforeEach(() => {
  stored = [A, B];
  log = [];
  nowMs = RECEIVED_AT_MS;
  wakeAtMs = undefined;
});

/** A store that takes as long as the browser's, and notes what is done with it. */
function createKeeper(part: Partial<ProfileKeeperPorts> = {}) {
  let last = 0;
  return createProfileKeeper({
    profiles: {
      async read() {
        await Promise.resolve();
        return stored;
      },
      async write(list) {
        await Promise.resolve();
        log.push('written');
        stored = list;
      },
    },
    async readFirst() {
      log.push('first read');
      return [A];
    },
    forgetFirst: async () => void log.push('first forgotten'),
    typeIn: async (id, form) => void log.push(`typed into ${id}: ${form.password}`),
    bury: async (id) => void log.push(`buried ${id}`),
    applyState: async () => void log.push('applied'),
    wakeAt: async (timeMs) => void (wakeAtMs = timeMs),
    nowMs: () => nowMs,
    buildId: () => `new-${(last += 1)}`,
    ...part,
  });
}

describe('a change', () => {
  it('is stored, then put in force', async () => {
    await createKeeper().changeProfiles({ kind: 'add', profile: added });
    expect([stored, log]).toEqual([
      [A, B, { ...added, id: 'new-1' }],
      ['written', 'applied'],
    ]);
  });

  it('is made alone, so that none is lost', async () => {
    const keeper = createKeeper();
    const add = (origin: string) =>
      keeper.changeReach({ profileId: 'a', change: { kind: 'add', what: 'pages', origin } });
    await Promise.all([add(PAGE), add('https://app.example'), keeper.rememberLogin('b', PASSWORD_FORM)]);
    expect(stored[0]?.reach.pages).toEqual([PAGE, 'https://app.example']);
    expect(stored[1]?.form).toEqual(withoutSecrets(PASSWORD_FORM));
  });

  it('of a reach is of one profile and no other; its own origin needs no mention', async () => {
    const keeper = createKeeper();
    await keeper.changeReach({ profileId: 'b', change: { kind: 'opt', what: 'links', on: true } });
    await keeper.changeReach({ profileId: 'b', change: { kind: 'add', what: 'pages', origin: API_ORIGIN } });
    expect(stored).toEqual([A, { ...B, reach: { ...OWN_REACH, links: true } }]);
  });

  it('that failed is told, and stops no later one', async () => {
    const outcomes = [() => Promise.reject(new Error('too many rules')), () => Promise.resolve()];
    const keeper = createKeeper({ applyState: () => outcomes.shift()?.() ?? Promise.resolve() });
    const results = await Promise.allSettled([
      keeper.changeProfiles({ kind: 'move', id: 'b', toIndex: 0 }),
      keeper.rememberLogin('a', PASSWORD_FORM),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(stored.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('an import', () => {
  const importOf = (name: string, password = ''): { profile: NewProfile; secrets: typeof NO_SECRETS } => ({
    profile: { ...added, name },
    secrets: { ...NO_SECRETS, password },
  });

  it('comes behind all others under names that are free, and types in what secrets came along', async () => {
    await createKeeper().importProfiles([importOf('A', PASSWORD), importOf('A'), importOf('C')]);
    expect(stored.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['new-1', 'A 2'],
      ['new-2', 'A 3'],
      ['new-3', 'C'],
    ]);
    expect(log).toEqual(['written', `typed into new-1: ${PASSWORD}`, 'applied']);
  });

  it('keeps its secrets out of the profile', async () => {
    await createKeeper().importProfiles([importOf('C', PASSWORD)]);
    expect(JSON.stringify(stored)).not.toContain(PASSWORD);
  });

  it('stops where there are as many as there may be', async () => {
    stored = Array.from({ length: MAX_PROFILES - 1 }, (_, number) => buildProfile(`p${number}`));
    await createKeeper().importProfiles([importOf('C'), importOf('D')]);
    expect([stored.length, stored.at(-1)?.name]).toEqual([MAX_PROFILES, 'C']);
  });
});

describe('a start', () => {
  it('without profiles makes the first ones, and forgets what they were made of when they are stored', async () => {
    stored = [];
    await createKeeper().wakeUp();
    expect([stored, log]).toEqual([[A], ['first read', 'written', 'first forgotten']]);
  });

  it('with profiles changes nothing', async () => {
    await createKeeper().wakeUp();
    expect([stored, log]).toEqual([[A, B], ['written']]);
  });
});

describe('a removed profile', () => {
  const remove: ProfilesChange = { kind: 'remove', ids: ['a'] };

  it('is there until its removal can no longer be undone; then it is logged out and gone', async () => {
    const keeper = createKeeper();
    await keeper.changeProfiles(remove);
    expect(wakeAtMs).toBe(RECEIVED_AT_MS + UNDO_MS + 1);
    nowMs = (wakeAtMs ?? 0) - 1;
    await keeper.wakeUp();
    expect(stored).toHaveLength(2);
    nowMs += 1;
    log = [];
    await keeper.wakeUp();
    expect([stored, log, wakeAtMs]).toEqual([[B], ['written', 'buried a', 'written'], undefined]);
  });

  it('is there again after an undo, and nobody comes to bury it', async () => {
    const keeper = createKeeper();
    await keeper.changeProfiles(remove);
    await keeper.changeProfiles({ kind: 'restore', ids: ['a'] });
    expect([stored, wakeAtMs]).toEqual([[A, B], undefined]);
  });

  it('is tried again to be buried when that failed', async () => {
    stored = [{ ...A, removedAtMs: RECEIVED_AT_MS - UNDO_MS - 1 }, B];
    let fails = true;
    const keeper = createKeeper({
      async bury() {
        if (fails) throw new Error('too many rules');
      },
    });
    await expect(keeper.wakeUp()).rejects.toThrow('too many rules');
    expect(stored).toHaveLength(2);
    fails = false;
    await keeper.wakeUp();
    expect(stored).toEqual([B]);
  });

  it('is buried though its last login is just being remembered', async () => {
    stored = [{ ...A, removedAtMs: RECEIVED_AT_MS - UNDO_MS - 1 }, B];
    const keeper = createKeeper({
      // A logout waits for the login that is ending.
      bury: (id): Promise<void> => keeper.rememberLogin(id, PASSWORD_FORM),
    });
    await keeper.wakeUp();
    expect(stored).toEqual([B]);
  });

  it('that was the last one leaves room for another at the next start', async () => {
    stored = [{ ...B, removedAtMs: RECEIVED_AT_MS - UNDO_MS - 1 }];
    const keeper = createKeeper();
    await keeper.wakeUp();
    await keeper.wakeUp();
    expect(stored).toEqual([A]);
  });
});
