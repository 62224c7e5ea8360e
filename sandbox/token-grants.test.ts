// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestSandbox, withBearer } from './test-sandbox.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ada = { client_id: 'knetik', grant_type: 'password', username: 'ada', password: 'demo' };

const sandbox = useTestSandbox();
afterEach(() => {
  vi.useRealTimers();
});

async function requestToken(fields: Record<string, string>) {
  const answer = await sandbox.postForm('/oauth/token', fields);
  return answer.json();
}

describe('an issued token', () => {
  it.each([
    ['client_credentials', { client_id: 'knetik', grant_type: 'client_credentials' }, null],
    ['password', ada, 1],
    ['facebook', { client_id: 'knetik', grant_type: 'facebook', token: 'demo-facebook-token' }, 1],
    ['google', { client_id: 'knetik', grant_type: 'google', token: 'demo-google-token' }, 2],
    ['game-center', { client_id: 'knetik', grant_type: 'game-center', token: 'demo-game-center-token' }, 1],
    ['refresh_token', { client_id: 'knetik', grant_type: 'refresh_token', refresh_token: 'demo-refresh-token' }, 1],
  ])('of the %s grant stands for the right user', async (_grant, fields, user_id) => {
    const { access_token } = await requestToken(fields);
    const me = await sandbox.request('/me', withBearer(access_token));
    expect(await me.json()).toMatchObject({ client_id: 'knetik', user_id });
  });

  it('has the members and headers of RFC 6749 §5.1', async () => {
    const answer = await sandbox.postForm('/oauth/token', ada);

    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      pragma: 'no-cache',
    });
    expect(await answer.json()).toStrictEqual({
      access_token: expect.stringMatching(uuid),
      token_type: 'bearer',
      expires_in: expect.toSatisfy((seconds) => seconds === 3600 || seconds === 3599),
      refresh_token: expect.stringMatching(uuid),
      scope: 'write read',
    });
  });

  it('has no refresh token when the client asks for itself (RFC 6749 §4.4.3)', async () => {
    const token = await requestToken({ client_id: 'knetik', grant_type: 'client_credentials' });
    expect(Object.keys(token)).toStrictEqual(['access_token', 'token_type', 'expires_in', 'scope']);
  });

  it('is given to a private client that proves itself', async () => {
    const fields = { ...ada, client_id: 'game-server', client_secret: 'demo-secret' };
    expect(await requestToken(fields)).toHaveProperty('access_token');
  });

  it('is given for a password with every character that a form encoder can lose', async () => {
    const token = await requestToken({ ...ada, username: 'grace', password: 'p+a&s=s%ö 1' });
    expect(token).toHaveProperty('access_token');
  });

  it('is the same when asked for again, with the seconds that are left', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const first = await requestToken(ada);
    vi.setSystemTime(Date.now() + 1_000_000);
    expect(await requestToken(ada)).toStrictEqual({ ...first, expires_in: 2600 });
  });

  it('is another for another user and for another client', async () => {
    const tokens = await Promise.all([
      requestToken(ada),
      requestToken({ ...ada, username: 'grace', password: 'p+a&s=s%ö 1' }),
      requestToken({ ...ada, client_id: 'eternal' }),
    ]);
    expect(new Set(tokens.map(({ access_token }) => access_token)).size).toBe(3);
  });

  it('dies after its lifetime, and the next one is fresh', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const first = await requestToken({ ...ada, client_id: 'expires-soon' });
    expect(first.expires_in).toBe(5);

    vi.setSystemTime(Date.now() + 5000);
    const me = await sandbox.request('/me', withBearer(first.access_token));
    const second = await requestToken({ ...ada, client_id: 'expires-soon' });

    expect(me.status).toBe(401);
    expect(second.access_token).not.toBe(first.access_token);
  });

  it('may live longer than 32-bit milliseconds can count', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await requestToken({ ...ada, client_id: 'eternal' })).toHaveProperty('expires_in', 2_145_660_769);
  });
});

describe('the refresh grant', () => {
  const refresh = (refresh_token: string, client_id = 'knetik') =>
    requestToken({ client_id, grant_type: 'refresh_token', refresh_token });

  it('replaces a living access token and keeps the refresh token', async () => {
    const first = await requestToken(ada);
    const second = await refresh(first.refresh_token);
    const me = await sandbox.request('/me', withBearer(first.access_token));

    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).toBe(first.refresh_token);
    expect(me.status).toBe(401);
  });

  it('never uses up the demo refresh token', async () => {
    await refresh('demo-refresh-token');
    expect(await refresh('demo-refresh-token')).toHaveProperty('access_token');
  });

  it('gives a client that rotates a new refresh token', async () => {
    const first = await requestToken({ ...ada, client_id: 'rotates' });
    const second = await refresh(first.refresh_token, 'rotates');
    expect(second.refresh_token).toMatch(uuid);
    expect(second.refresh_token).not.toBe(first.refresh_token);
  });

  it('revokes the whole family when a burnt refresh token comes back', async () => {
    const first = await requestToken({ ...ada, client_id: 'rotates' });
    const second = await refresh(first.refresh_token, 'rotates');

    const reuse = await refresh(first.refresh_token, 'rotates');
    const me = await sandbox.request('/me', withBearer(second.access_token));

    expect(reuse.error).toBe('invalid_grant');
    expect(me.status).toBe(401);
    expect(await refresh(second.refresh_token, 'rotates')).toHaveProperty('error', 'invalid_grant');
  });

  it('refuses a refresh token of another client (RFC 6749 §6)', async () => {
    expect(await refresh('demo-refresh-token', 'eternal')).toHaveProperty('error', 'invalid_grant');
  });
});
