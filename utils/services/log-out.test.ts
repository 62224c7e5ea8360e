import { describe, expect, it } from 'vitest';
import { NO_TOKEN, type Revocation, type TokenState } from '@/utils/oauth2/token-state';
import { ACCESS_TOKEN, API_ORIGIN, CLIENT_ID, ISSUED_TOKEN, PASSWORD_FORM, REFRESH_TOKEN } from '../testing/examples';
import { answerWith, answerWithToken, buildKeeperWorld, buildPendingAnswer } from '../testing/fake-keeper-ports';
import { createTokenKeeper } from './token-keeper';
import type { FormAnswer } from './token-keeper-ports';

const { refresh_token: _refresh, ...withoutRefresh } = ISSUED_TOKEN;
const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
/** Lets everything run that needs no answer of the network. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a logout', () => {
  it('forgets token and secrets, and has that in force, before it asks the server', async () => {
    const world = buildKeeperWorld({ state: issued });
    await createTokenKeeper(world).logOut();
    expect(world.log).toEqual([
      'forget',
      'state: absent',
      'apply',
      'POST /oauth/revoke',
      'POST /oauth/revoke',
      'state: absent',
    ]);
  });

  it('revokes both tokens, the one that lives longer first, and sends no secret but them', async () => {
    const world = buildKeeperWorld({ state: issued });
    await createTokenKeeper(world).logOut();
    expect(world.posts.map(([url, parameters]) => [url, parameters])).toEqual([
      [`${API_ORIGIN}/oauth/revoke`, { client_id: CLIENT_ID, token: REFRESH_TOKEN, token_type_hint: 'refresh_token' }],
      [`${API_ORIGIN}/oauth/revoke`, { client_id: CLIENT_ID, token: ACCESS_TOKEN, token_type_hint: 'access_token' }],
    ]);
  });

  it('revokes a token that was kept after a failed request', async () => {
    const world = buildKeeperWorld({ state: { kind: 'unreachable', failure: { code: 'dns' }, token: withoutRefresh } });
    await createTokenKeeper(world).logOut();
    expect(world.posts.map(([, { token }]) => token)).toEqual([ACCESS_TOKEN]);
  });

  it('without a token forgets what was typed, and asks nobody', async () => {
    const world = buildKeeperWorld();
    await createTokenKeeper(world).logOut();
    expect(world.log).toEqual(['forget', 'state: absent', 'apply']);
    expect(world.tokenState.value).toEqual(NO_TOKEN);
  });
});

describe('the outcome of the revocation', () => {
  const lost: FormAnswer = { ok: false, code: 'connection' };
  it.each<[string, FormAnswer[], Revocation]>([
    ['200 for both', [answerWith(200), answerWith(200)], 'revoked'],
    ['204 for both', [answerWith(204), answerWith(204)], 'revoked'],
    ['the last of all good statuses', [answerWith(299), answerWith(299)], 'revoked'],
    ['300', [answerWith(300), answerWith(300)], 'failed'],
    ['199', [answerWith(199), answerWith(199)], 'failed'],
    ['404', [answerWith(404), answerWith(404)], 'unsupported'],
    ['405', [answerWith(405), answerWith(405)], 'unsupported'],
    ['400', [answerWith(400), answerWith(400)], 'failed'],
    ['500', [answerWith(500), answerWith(500)], 'failed'],
    ['no answer', [lost, lost], 'failed'],
    ['a refresh token that is left', [lost, answerWith(200)], 'failed'],
    ['an access token that is left', [answerWith(200), lost], 'failed'],
    ['a server that knows no refresh tokens', [answerWith(404), answerWith(200)], 'unsupported'],
  ])('after %s is told', async (_case, answers, revocation) => {
    const world = buildKeeperWorld({ state: issued });
    world.answer = () => answers.shift() ?? lost;
    await createTokenKeeper(world).logOut();
    expect(world.tokenState.value).toEqual({ kind: 'absent', revocation });
  });

  it('is told also of a login without a refresh token', async () => {
    const world = buildKeeperWorld({ state: { kind: 'issued', token: withoutRefresh } });
    world.answer = () => answerWith(200);
    await createTokenKeeper(world).logOut();
    expect(world.tokenState.value).toEqual({ kind: 'absent', revocation: 'revoked' });
  });

  it('is not told over a login that came meanwhile', async () => {
    const world = buildKeeperWorld({ state: { kind: 'issued', token: withoutRefresh } });
    const { promise, resolve } = Promise.withResolvers<FormAnswer>();
    world.answer = (url) => (url.endsWith('revoke') ? promise : answerWithToken());
    const keeper = createTokenKeeper(world);
    const loggedOut = keeper.logOut();
    await settle();
    await keeper.requestToken(PASSWORD_FORM);
    resolve(answerWith(200));
    await loggedOut;
    expect(world.tokenState.value).toEqual({ kind: 'issued', token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } });
  });
});

describe('a logout during a token request', () => {
  it('gives the request up', async () => {
    const world = buildKeeperWorld();
    const pending = buildPendingAnswer();
    world.answer = pending.answer;
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    await keeper.logOut();
    expect([world.posts[0]?.[2].aborted, world.tokenState.value, world.journal.value]).toEqual([true, NO_TOKEN, null]);
  });

  it('wins over an answer that comes at the same time', async () => {
    const world = buildKeeperWorld();
    const { promise, resolve } = Promise.withResolvers<FormAnswer>();
    world.answer = () => promise;
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    const loggedOut = keeper.logOut();
    resolve(answerWithToken());
    await loggedOut;
    expect([world.tokenState.value.kind, world.remembered]).toEqual(['absent', []]);
  });

  it('wins also while the outcome is being stored, and revokes what was issued', async () => {
    const world = buildKeeperWorld();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.rememberLogin = async (form) => {
      await promise;
      world.remembered.push(form);
    };
    const keeper = createTokenKeeper(world);
    void keeper.requestToken(PASSWORD_FORM);
    await settle();
    const loggedOut = keeper.logOut();
    await settle();
    resolve();
    await loggedOut;
    expect([world.tokenState.value, world.remembered]).toEqual([{ kind: 'absent', revocation: 'revoked' }, []]);
    expect(world.posts.slice(1).map(([, { token }]) => token)).toEqual([REFRESH_TOKEN, ACCESS_TOKEN]);
  });
});
