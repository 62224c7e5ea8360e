import { describe, expect, it } from 'vitest';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { API_ORIGIN, ISSUED_TOKEN, PASSWORD_FORM, PASSWORD_REQUEST, RECEIVED_AT_MS } from '../testing/examples';
import { answerWith, answerWithToken, buildKeeperWorld, buildPendingAnswer } from '../testing/fake-keeper-ports';
import { createTokenKeeper } from './token-keeper';

const held = { ...ISSUED_TOKEN, access_token: 'the-earlier-token' };
const issued: TokenState = { kind: 'issued', token: held };
const refusal = { error: 'invalid_grant', error_description: 'Bad credentials' };
/** Lets everything run that needs no answer of the network. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a token request', () => {
  it('posts the parameters of the form to the token endpoint', async () => {
    const world = buildKeeperWorld();
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(world.posts.map(([url, parameters]) => [url, parameters])).toEqual([
      [`${API_ORIGIN}/oauth/token`, PASSWORD_REQUEST.parameters],
    ]);
  });

  it('is in the journal before it leaves and until its outcome is stored and in force', async () => {
    const world = buildKeeperWorld();
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(world.log).toEqual([
      'journal: written',
      'POST /oauth/token',
      'state: issued',
      'apply',
      'remember',
      'journal: removed',
    ]);
  });

  it('stores the token that came, and remembers the login', async () => {
    const world = buildKeeperWorld();
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(world.tokenState.value).toEqual({ kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } });
    expect(world.remembered).toEqual([PASSWORD_FORM]);
  });

  it('names itself in the journal without a secret', async () => {
    const world = buildKeeperWorld();
    const entries: unknown[] = [];
    world.answer = () => {
      entries.push(world.journal.value);
      return answerWithToken();
    };
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(entries).toEqual([
      { purpose: 'login', startedAtMs: RECEIVED_AT_MS, grant_type: 'password', api_origin: API_ORIGIN },
    ]);
  });

  it.each<[string, ReturnType<typeof answerWith>, Partial<TokenState>]>([
    [
      'refused',
      answerWith(400, refusal),
      { kind: 'refused', failure: { code: 'refused', status: 400, grant_type: 'password', ...refusal } },
    ],
    [
      'answered by a broken server',
      answerWith(500),
      { kind: 'unreachable', failure: { code: 'server-error', status: 500 } },
    ],
    ['lost in the network', { ok: false, code: 'dns' }, { kind: 'unreachable', failure: { code: 'dns' } }],
  ])('that is %s keeps the earlier token and remembers no login', async (_case, answer, state) => {
    const world = buildKeeperWorld({ state: issued });
    world.answer = () => answer;
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(world.tokenState.value).toEqual({ ...state, token: held });
    expect(world.log).toEqual([
      'journal: written',
      'POST /oauth/token',
      `state: ${state.kind}`,
      'apply',
      'journal: removed',
    ]);
  });

  it('is one, however often it is asked for at once', async () => {
    const world = buildKeeperWorld();
    const keeper = createTokenKeeper(world);
    await Promise.all(Array.from({ length: 5 }, () => keeper.requestToken(PASSWORD_FORM)));
    expect(world.posts).toHaveLength(1);
  });

  it('can follow an earlier one, whatever became of that', async () => {
    const world = buildKeeperWorld();
    const keeper = createTokenKeeper(world);
    world.answer = () => ({ ok: false, code: 'timeout' });
    await keeper.requestToken(PASSWORD_FORM);
    world.answer = answerWithToken;
    await keeper.requestToken(PASSWORD_FORM);
    expect(world.tokenState.value.kind).toBe('issued');
  });

  it('of an unusable form is refused without repeating what was typed', async () => {
    const world = buildKeeperWorld();
    const asked = createTokenKeeper(world).requestToken({ ...PASSWORD_FORM, username: '', client_id: '' });
    await expect(asked).rejects.toThrow(new TypeError('Unusable form: username, client_id'));
    expect(world.log).toEqual([]);
  });

  it('does not stay in the journal when its outcome could not be put in force', async () => {
    const world = buildKeeperWorld();
    world.applyState = () => Promise.reject(new Error('too many rules'));
    await expect(createTokenKeeper(world).requestToken(PASSWORD_FORM)).rejects.toThrow('too many rules');
    expect(world.journal.value).toBeNull();
  });
});

describe('a cancelled token request', () => {
  it('is given up, and what was held stays', async () => {
    const world = buildKeeperWorld({ state: issued });
    const pending = buildPendingAnswer();
    world.answer = pending.answer;
    const keeper = createTokenKeeper(world);
    const asked = keeper.requestToken(PASSWORD_FORM);
    await settle();
    await keeper.cancelTokenRequest();
    await asked;
    expect(world.posts[0]?.[2].aborted).toBe(true);
    expect(world.tokenState.value).toBe(issued);
    expect(world.log).toEqual(['journal: written', 'POST /oauth/token', 'journal: removed']);
  });

  it('is never sent when it has not left yet', async () => {
    const world = buildKeeperWorld();
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await keeper.cancelTokenRequest();
    expect([world.posts, world.journal.value]).toEqual([[], null]);
  });

  it('is not sent either while it is being written down', async () => {
    const world = buildKeeperWorld();
    const { promise, resolve } = Promise.withResolvers<void>();
    const { setValue } = world.journal;
    world.journal.setValue = async (entry) => {
      await promise;
      return setValue.call(world.journal, entry);
    };
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    const cancelled = keeper.cancelTokenRequest();
    resolve();
    await cancelled;
    expect([world.posts, world.journal.value]).toEqual([[], null]);
  });

  it('throws a late answer away', async () => {
    const world = buildKeeperWorld();
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof answerWithToken>>();
    world.answer = () => promise;
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    const cancelled = keeper.cancelTokenRequest();
    resolve(answerWithToken());
    await cancelled;
    expect([world.tokenState.value, world.remembered]).toEqual([{ kind: 'absent' }, []]);
  });

  it('changes nothing either when its outcome was just about to be stored', async () => {
    const world = buildKeeperWorld({ state: issued });
    const { promise, resolve } = Promise.withResolvers<TokenState>();
    world.tokenState.getValue = () => promise;
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    const cancelled = keeper.cancelTokenRequest();
    resolve(issued);
    await cancelled;
    expect([world.tokenState.value, world.remembered]).toEqual([issued, []]);
  });

  it('is not what the next request waits for in vain', async () => {
    const world = buildKeeperWorld();
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    void keeper.cancelTokenRequest();
    await keeper.requestToken(PASSWORD_FORM);
    expect(world.tokenState.value.kind).toBe('issued');
    expect(world.posts).toHaveLength(1);
  });

  it('is no obstacle where nothing is under way', async () => {
    const world = buildKeeperWorld({ state: issued });
    await createTokenKeeper(world).cancelTokenRequest();
    expect(world.log).toEqual([]);
  });
});

describe('a request that the death of an earlier background interrupted', () => {
  const journal = {
    purpose: 'login' as const,
    startedAtMs: RECEIVED_AT_MS,
    grant_type: 'password',
    api_origin: API_ORIGIN,
  };

  it('is told at the start, and what was held stays', async () => {
    const world = buildKeeperWorld({ state: issued, journal });
    createTokenKeeper(world);
    await settle();
    expect(world.tokenState.value).toEqual({ kind: 'unreachable', failure: { code: 'interrupted' }, token: held });
    expect(world.log).toEqual(['state: unreachable', 'journal: removed']);
  });

  it('is forgotten when it was to renew a token that is gone', async () => {
    const world = buildKeeperWorld({ journal: { ...journal, purpose: 'renewal' } });
    createTokenKeeper(world);
    await settle();
    expect([world.journal.value, world.tokenState.value, world.log]).toEqual([null, NO_TOKEN, ['journal: removed']]);
  });

  it('is settled before the next one is written down', async () => {
    const world = buildKeeperWorld({ journal });
    await createTokenKeeper(world).requestToken(PASSWORD_FORM);
    expect(world.log.slice(0, 4)).toEqual([
      'state: unreachable',
      'journal: removed',
      'journal: written',
      'POST /oauth/token',
    ]);
    expect(world.tokenState.value.kind).toBe('issued');
  });
});

describe('a login that was kept elsewhere', () => {
  it('is taken up, put in force, and renewed in time', async () => {
    const world = buildKeeperWorld();
    await createTokenKeeper(world).restore(held);
    expect([world.tokenState.value, world.log]).toEqual([issued, ['state: issued', 'apply']]);
    expect(world.wakeAtMs).toBe(RECEIVED_AT_MS + 3540_000);
  });

  it('does not take the place of one that is held', async () => {
    const world = buildKeeperWorld({ state: issued });
    await createTokenKeeper(world).restore(ISSUED_TOKEN);
    expect([world.tokenState.value, world.log]).toEqual([issued, []]);
  });
});
