import { describe, expect, it } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import { ISSUED_TOKEN, PASSWORD_FORM, RECEIVED_AT_MS, REFRESH_TOKEN, TOKEN_BODY } from '../testing/examples';
import { answerWith, buildKeeperWorld, buildPendingAnswer } from '../testing/fake-keeper-ports';
import { createTokenKeeper } from './token-keeper';
import type { FormAnswer } from './token-keeper-ports';

const token: IssuedToken = { ...ISSUED_TOKEN, login: PASSWORD_FORM };
const issued: TokenState = { kind: 'issued', token };
const settle = () => new Promise((resolve) => setTimeout(resolve));
const NEW_BODY = { ...TOKEN_BODY, access_token: 'new', refresh_token: 'rotated' };
const invalidGrant = answerWith(400, { error: 'invalid_grant' });

/** A world whose server gives these answers, one after the other. */
function buildWorld(answers: FormAnswer[], state = issued) {
  const world = buildKeeperWorld({ state });
  const left = [...answers];
  world.answer = () => left.shift() ?? answerWith(200, NEW_BODY);
  const readHeld = () => getHeldToken(world.tokenState.value);
  const readGrants = () => world.posts.map(([, { grant_type }]) => grant_type);
  return Object.assign(world, { readHeld, readGrants });
}

describe('a renewal', () => {
  it('asks for a refresh, stores what came before it is used, and sets the next alarm', async () => {
    const world = buildWorld([]);
    await createTokenKeeper(world).renewToken();
    expect(world.readGrants()).toEqual(['refresh_token']);
    expect(world.readHeld()).toMatchObject({ access_token: 'new', refresh_token: 'rotated', grant_type: 'password' });
    expect(world.log).toEqual(['journal: written', 'POST /oauth/token', 'state: issued', 'apply', 'journal: removed']);
    expect(world.wakeAtMs).toBe(RECEIVED_AT_MS + 3540_000);
  });

  it('is in the journal as what it is, so that its interruption is not told as that of a login', async () => {
    const world = buildWorld([]);
    const purposes: unknown[] = [];
    world.answer = () => {
      purposes.push(world.journal.value?.purpose);
      return answerWith(200, NEW_BODY);
    };
    await createTokenKeeper(world).renewToken();
    expect(purposes).toEqual(['renewal']);
  });

  it('asks for the original grant when the refresh token is refused, which is dropped', async () => {
    const world = buildWorld([invalidGrant, answerWith(503)]);
    await createTokenKeeper(world).renewToken();
    expect(world.readGrants()).toEqual(['refresh_token', 'password']);
    expect(world.readHeld()).not.toHaveProperty('refresh_token');
    expect(world.readHeld()?.renewal).toMatchObject({ failure: { code: 'unavailable' }, attempts: 1 });
  });

  it('keeps the refresh token when anything but invalid_grant is said of it', async () => {
    const refused = answerWith(401, { error: 'invalid_client' });
    const world = buildWorld([refused, refused]);
    world.nowMs = () => RECEIVED_AT_MS + 3540_000;
    await createTokenKeeper(world).renewToken();
    expect(world.readHeld()?.refresh_token).toBe(REFRESH_TOKEN);
    expect(world.readHeld()?.renewal).not.toHaveProperty('retryAtMs');
    expect(world.wakeAtMs).toBeUndefined();
  });

  it.each<[string, FormAnswer]>([
    ['a dead network', { ok: false, code: 'connection' }],
    ['a timeout', { ok: false, code: 'timeout' }],
    ['500', answerWith(500)],
    ['429', answerWith(429)],
    ['HTML', answerWith(200, '<h1>')],
    ['broken JSON', answerWith(200, '{"access')],
  ])('that meets %s keeps everything, does not try the original grant, and comes back', async (_case, answer) => {
    const world = buildWorld([answer]);
    const keeper = createTokenKeeper(world);
    await keeper.renewToken();
    expect(world.readGrants()).toEqual(['refresh_token']);
    expect(world.readHeld()).toMatchObject(token);
    expect(world.wakeAtMs).toBe(RECEIVED_AT_MS + 500);

    world.nowMs = () => RECEIVED_AT_MS + 500;
    await keeper.wakeUp();
    expect(world.readHeld()).toMatchObject({ access_token: 'new' });
    expect(world.readHeld()).not.toHaveProperty('renewal');
  });

  it('without any way says so and asks nobody', async () => {
    const { refresh_token: _refresh, login: _login, ...bare } = token;
    const world = buildWorld([], { kind: 'issued', token: bare });
    await createTokenKeeper(world).renewToken();
    expect([world.posts, world.readHeld()?.renewal?.failure]).toEqual([[], { code: 'not-renewable' }]);
  });

  it('of nothing does nothing', async () => {
    const world = buildWorld([], { kind: 'absent' });
    await createTokenKeeper(world).renewToken();
    expect(world.log.filter((line) => line !== 'journal: removed')).toEqual([]);
  });

  it('is one, however many ask', async () => {
    const world = buildWorld([]);
    const keeper = createTokenKeeper(world);
    await Promise.all(Array.from({ length: 100 }, () => keeper.renewToken()));
    expect(world.posts).toHaveLength(1);
  });

  it('is finished before a login that is asked for meanwhile begins, and no cancelling ends it', async () => {
    const world = buildWorld([]);
    const pending = buildPendingAnswer();
    world.answer = pending.answer;
    const keeper = createTokenKeeper(world);
    const renewed = keeper.renewToken();
    await settle();
    await keeper.cancelTokenRequest();
    const loggedIn = keeper.requestToken(PASSWORD_FORM);
    await settle();
    expect([world.posts.length, world.posts[0]?.[2].aborted]).toEqual([1, false]);
    pending.resolve(answerWith(200, NEW_BODY));
    await Promise.all([renewed, loggedIn]);
    expect(world.readGrants()).toEqual(['refresh_token', 'password']);
  });

  it('that a logout overtakes is thrown away, and what it brought is revoked', async () => {
    const world = buildWorld([]);
    const { promise, resolve } = Promise.withResolvers<FormAnswer>();
    world.answer = (url) => (url.endsWith('/token') ? promise : answerWith(200));
    const keeper = createTokenKeeper(world);
    void keeper.renewToken();
    await settle();
    const loggedOut = keeper.logOut();
    resolve(answerWith(200, NEW_BODY));
    await loggedOut;
    expect(world.tokenState.value).toEqual({ kind: 'absent', revocation: 'revoked' });
    const revoked = world.posts.slice(1).map(([, parameters]) => parameters['token']);
    expect(revoked).toEqual(['rotated', 'new', REFRESH_TOKEN, ISSUED_TOKEN.access_token]);
  });
});

describe('waking up', () => {
  it('renews when it is time, and only sets the alarm when it is not', async () => {
    const world = buildWorld([]);
    const keeper = createTokenKeeper(world);
    await keeper.wakeUp();
    expect([world.posts.length, world.wakeAtMs]).toEqual([0, RECEIVED_AT_MS + 3540_000]);
    world.nowMs = () => RECEIVED_AT_MS + 24 * 3600_000;
    await keeper.wakeUp();
    expect(world.posts).toHaveLength(1);
  });

  it('asks nothing of a network that is not there, and looks again', async () => {
    const world = buildWorld([]);
    world.nowMs = () => RECEIVED_AT_MS + 3600_000;
    world.isOnline = () => false;
    await createTokenKeeper(world).wakeUp();
    expect([world.posts.length, world.wakeAtMs]).toEqual([0, RECEIVED_AT_MS + 3660_000]);
    expect(world.readHeld()).toEqual(token);
  });

  it('settles a renewal that a dead background left unanswered, and tries again', async () => {
    const journal = { purpose: 'renewal' as const, startedAtMs: 0, grant_type: 'refresh_token', api_origin: 'x' };
    const world = Object.assign(buildKeeperWorld({ state: issued, journal }));
    const keeper = createTokenKeeper(world);
    await keeper.wakeUp();
    expect(getHeldToken(world.tokenState.value)?.renewal).toMatchObject({ failure: { code: 'interrupted' } });
    expect([world.journal.value, world.wakeAtMs]).toEqual([null, RECEIVED_AT_MS + 500]);
  });
});
