import { describe, expect, it } from 'vitest';
import type { IssuedToken } from '@/utils/oauth2/token-response';
import { getHeldToken } from '@/utils/oauth2/token-state';
import { ISSUED_TOKEN, PASSWORD_FORM, RECEIVED_AT_MS, TOKEN_BODY } from '../testing/examples';
import { answerWith, buildKeeperWorld } from '../testing/fake-keeper-ports';
import { createTokenKeeper } from './token-keeper';
import type { FormAnswer } from './token-keeper-ports';

const LATER_MS = RECEIVED_AT_MS + 60_000;
const rejected = { sentAtMs: LATER_MS };

/** A world a minute after its token came, whose server gives these answers, one after the other. */
function buildWorld(answers: FormAnswer[] = [], token: Partial<IssuedToken> = {}) {
  const world = buildKeeperWorld({
    state: { kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM, ...token } },
  });
  const left = [...answers];
  let nowMs = LATER_MS;
  world.nowMs = () => nowMs;
  world.sleep = async (ms) => {
    nowMs += ms;
    world.log.push(`slept ${ms}`);
  };
  world.answer = () =>
    left.shift() ?? {
      ok: true,
      answer: { status: 200, body: JSON.stringify({ ...TOKEN_BODY, access_token: 'new' }), receivedAtMs: nowMs },
    };
  return Object.assign(world, { readHeld: () => getHeldToken(world.tokenState.value) });
}

describe('after a 401 the keeper', () => {
  it('renews once, however many ask, and tells all of them', async () => {
    const world = buildWorld();
    const keeper = createTokenKeeper(world);
    const answers = await Promise.all(Array.from({ length: 100 }, () => keeper.renewAfterRejection(rejected)));
    expect([new Set(answers), world.posts.length, world.readHeld()?.access_token]).toEqual([new Set([true]), 1, 'new']);
  });

  it('fetches nothing when the token changed meanwhile', async () => {
    const world = buildWorld();
    expect(await createTokenKeeper(world).renewAfterRejection({ sentAtMs: RECEIVED_AT_MS - 1 })).toBe(true);
    expect(world.posts).toEqual([]);
  });

  it('makes no second token request within ten seconds', async () => {
    const world = buildWorld();
    const keeper = createTokenKeeper(world);
    await keeper.renewAfterRejection(rejected);
    await world.sleep(9_000);
    expect(await keeper.renewAfterRejection({ sentAtMs: LATER_MS + 9_000 })).toBe(false);
    expect(world.posts).toHaveLength(1);
  });

  it('tries a renewal that failed again before it answers, at its time and no sooner', async () => {
    const world = buildWorld([{ ok: false, code: 'connection' }, answerWith(500)]);
    expect(await createTokenKeeper(world).renewAfterRejection(rejected)).toBe(true);
    expect(world.log.filter((line) => /slept|POST/.test(line))).toEqual([
      'POST /oauth/token',
      'slept 500',
      'POST /oauth/token',
      'slept 1000',
      'POST /oauth/token',
    ]);
  });

  it('gives up after three tries', async () => {
    const world = buildWorld(Array.from({ length: 9 }, () => answerWith(500)));
    expect(await createTokenKeeper(world).renewAfterRejection(rejected)).toBe(false);
    expect(world.posts).toHaveLength(3);
  });

  it.each([
    ['a request with the token before this one', { sentAtMs: RECEIVED_AT_MS - 1 }, true],
    ['a request with this token', rejected, true],
    ['a token that came just now', { sentAtMs: RECEIVED_AT_MS + 2000 }, false],
  ])('says beforehand whether asking may help: %s', async (_case, request, mayHelp) => {
    const world = buildWorld();
    if (!mayHelp) world.nowMs = () => RECEIVED_AT_MS + 3000;
    expect(await createTokenKeeper(world).mayRenewAfterRejection(request)).toBe(mayHelp);
    expect(world.posts).toEqual([]);
  });

  it('obeys Retry-After and answers at once when that is long', async () => {
    const limited = answerWith(429);
    if (limited.ok) limited.answer.retryAfter = '60';
    const world = buildWorld([limited]);
    expect(await createTokenKeeper(world).renewAfterRejection(rejected)).toBe(false);
    expect(world.posts).toHaveLength(1);
  });

  it.each<[string, Partial<IssuedToken>]>([
    ['is told that a login is needed', { renewal: { failure: { code: 'not-renewable' }, attempts: 1 } }],
    ['has the same token again', { issuedAtMs: LATER_MS, isLastUntilExpiry: true }],
  ])('says no and asks nobody when it %s', async (_case, token) => {
    const world = buildWorld([], token);
    expect(await createTokenKeeper(world).renewAfterRejection(rejected)).toBe(false);
    expect(world.posts).toEqual([]);
  });

  it('says no when there is no network, or no token', async () => {
    const world = buildWorld();
    world.isOnline = () => false;
    expect(await createTokenKeeper(world).renewAfterRejection(rejected)).toBe(false);
    const empty = buildKeeperWorld();
    expect(await createTokenKeeper(empty).renewAfterRejection(rejected)).toBe(false);
    expect([world.posts, empty.posts]).toEqual([[], []]);
  });

  it('says no when the user logs out meanwhile', async () => {
    const world = buildWorld([{ ok: false, code: 'connection' }]);
    const keeper = createTokenKeeper(world);
    world.sleep = () => keeper.logOut();
    expect(await keeper.renewAfterRejection(rejected)).toBe(false);
  });

  it('leaves a logout what it is, however slow that is', async () => {
    const world = buildWorld();
    const { promise, resolve } = Promise.withResolvers<FormAnswer>();
    world.answer = (url, _parameters, signal) => {
      signal.addEventListener('abort', () => resolve({ ok: false, code: 'interrupted' }));
      return url.endsWith('/token') ? promise : answerWith(200);
    };
    const forgotten = Promise.withResolvers<void>();
    world.forgetSecrets = () => forgotten.promise;
    const keeper = createTokenKeeper(world);
    const asked = keeper.renewAfterRejection(rejected);
    const settle = () => new Promise((done) => setTimeout(done));
    await settle();
    const loggedOut = keeper.logOut();
    await settle();
    forgotten.resolve();
    await loggedOut;
    expect([await asked, world.tokenState.value.kind]).toEqual([false, 'absent']);
    expect(world.posts.filter(([url]) => url.endsWith('/token'))).toHaveLength(1);
  });
});
