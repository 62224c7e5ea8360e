import { describe, expect, it } from 'vitest';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import type { TokenState } from '@/utils/oauth2/token-state';
import { API_ORIGIN, ISSUED_TOKEN, PASSWORD_FORM, RECEIVED_AT_MS } from '../testing/examples';
import { answerWithToken, buildKeeperWorld, buildPendingAnswer, buildStored } from '../testing/fake-keeper-ports';
import { createTokenKeepers } from './token-keepers';

const DUE: TokenState = { kind: 'issued', token: { ...ISSUED_TOKEN, expiresAtMs: RECEIVED_AT_MS + 1000 } };
const issued = (part: Partial<IssuedToken> = {}): TokenState => ({
  kind: 'issued',
  token: { ...ISSUED_TOKEN, ...part },
});
const journal: RequestJournal = {
  purpose: 'login',
  startedAtMs: RECEIVED_AT_MS,
  grant_type: 'password',
  api_origin: API_ORIGIN,
};

/** What a keeper of one token needs, for many; notes of which profile something was said. */
function buildWorld(states: Record<string, TokenState> = {}, journals: Record<string, RequestJournal> = {}) {
  const world = buildKeeperWorld();
  const told: string[] = [];
  const tokenStates = buildStored<Readonly<Record<string, TokenState>>>(states);
  const requests = buildStored<Readonly<Record<string, RequestJournal>>>(journals);
  const keepers = createTokenKeepers({
    ...world,
    postForm: (...post) => world.postForm(...post),
    tokenStates,
    journals: requests,
    rememberLogin: async (id) => void told.push(`remember ${id}`),
    forgetSecrets: async (id) => void told.push(`forget ${id}`),
    wakeAt: async (id, timeMs) => void (timeMs !== undefined && told.push(`wake ${id}`)),
    nowMs: () => RECEIVED_AT_MS + 60_000,
  });
  return { world, told, tokenStates, journals: requests, keepers };
}

describe('the keepers of several profiles', () => {
  it('are one for each, always the same', () => {
    const { keepers } = buildWorld();
    expect(keepers.of('a')).toBe(keepers.of('a'));
    expect(keepers.of('a')).not.toBe(keepers.of('b'));
  });

  it('log in at the same time, and neither outcome is lost', async () => {
    const { keepers, tokenStates, told, journals, world } = buildWorld();
    await Promise.all(['a', 'b', 'c'].map((id) => keepers.of(id).requestToken(PASSWORD_FORM)));
    expect(Object.entries(tokenStates.value).map(([id, { kind }]) => `${id} ${kind}`)).toEqual([
      'a issued',
      'b issued',
      'c issued',
    ]);
    expect([journals.value, world.posts.length]).toEqual([{}, 3]);
    expect(told.filter((each) => each.startsWith('remember'))).toEqual(['remember a', 'remember b', 'remember c']);
    expect(told.filter((each) => each.startsWith('wake'))).toEqual(['wake a', 'wake b', 'wake c']);
  });

  it('log out alone: the others stay logged in, and what was typed for them stays', async () => {
    const { keepers, tokenStates, told } = buildWorld({ a: issued(), b: issued({ access_token: 'of b' }) });
    await keepers.of('a').logOut();
    expect(tokenStates.value).toEqual({
      a: { kind: 'absent', revocation: 'revoked' },
      b: issued({ access_token: 'of b' }),
    });
    expect(told.filter((each) => each.startsWith('forget'))).toEqual(['forget a']);
  });

  it('note each request under its own profile', async () => {
    const { keepers, journals, world } = buildWorld();
    const pending = buildPendingAnswer();
    world.answer = pending.answer;
    const asking = keepers.of('a').requestToken(PASSWORD_FORM);
    await expect.poll(() => Object.keys(journals.value)).toEqual(['a']);
    await keepers.of('b').cancelTokenRequest();
    pending.resolve(answerWithToken());
    await asking;
    expect(journals.value).toEqual({});
  });
});

describe('a start', () => {
  it('renews each token that is due and no other, also of profiles that nobody has asked for yet', async () => {
    const { keepers, tokenStates, world } = buildWorld({ a: DUE, b: issued(), c: { kind: 'absent' } });
    await keepers.wakeAll();
    expect(world.posts.map(([url]) => url)).toEqual([`${API_ORIGIN}/oauth/token`]);
    expect(tokenStates.value['a']).not.toEqual(DUE);
    expect(tokenStates.value['b']).toEqual(issued());
  });

  it('settles a request that died with the background, though its profile holds no token', async () => {
    const { keepers, tokenStates, journals } = buildWorld({}, { a: journal });
    await keepers.wakeAll();
    expect([tokenStates.value, journals.value]).toEqual([
      { a: { kind: 'unreachable', failure: { code: 'interrupted' } } },
      {},
    ]);
  });
});

describe('after a 401', () => {
  const rejected = { access_token: 'old', sentAtMs: RECEIVED_AT_MS + 1 };

  it.each([
    ['any profile of the page has another token by now', ['a', 'b'], true],
    ['none has', ['a'], false],
    ['no profile is in force there', [], false],
  ])('a request is worth sending again when %s', async (_case, ids, isWorth) => {
    const { keepers, world } = buildWorld({ a: issued({ access_token: 'old' }), b: issued({ access_token: 'new' }) });
    world.answer = () => ({ ok: false, code: 'dns' });
    expect(await keepers.renewAfterRejection(ids, rejected)).toBe(isWorth);
  });
});

describe('forgetting all', () => {
  it('takes every token and all that was typed, gives up what is under way, and tells no server', async () => {
    const { keepers, tokenStates, journals, told, world } = buildWorld({ a: issued(), b: DUE });
    world.answer = buildPendingAnswer().answer;
    void keepers.of('c').requestToken(PASSWORD_FORM);
    await expect.poll(() => world.posts.length).toBe(1);
    await keepers.forgetAll();
    expect([tokenStates.value, journals.value]).toEqual([{}, {}]);
    expect(told.filter((each) => each.startsWith('forget')).toSorted()).toEqual(['forget a', 'forget b', 'forget c']);
    expect([world.posts.length, world.posts[0]?.[2].aborted]).toEqual([1, true]);
  });
});

it('is idle when the requests of all are over', async () => {
  const { keepers, world } = buildWorld();
  const pending = buildPendingAnswer();
  world.answer = pending.answer;
  const log: string[] = [];
  void keepers.of('a').requestToken(PASSWORD_FORM);
  await expect.poll(() => world.posts.length).toBe(1);
  const idle = keepers.untilIdle().then(() => log.push('idle'));
  await keepers.of('b').untilIdle();
  log.push('answered');
  pending.resolve(answerWithToken());
  await idle;
  expect(log).toEqual(['answered', 'idle']);
});
