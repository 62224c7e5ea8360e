// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { useTestSandbox } from './test-sandbox.ts';

const ada = { client_id: 'knetik', grant_type: 'password', username: 'ada', password: 'demo' };
const itself = { client_id: 'knetik', grant_type: 'client_credentials' };
const badCredentials = { error: 'invalid_grant', error_description: 'Bad credentials' };
const badClient = { error: 'invalid_client', error_description: 'Bad client credentials' };

const sandbox = useTestSandbox();

describe('the token endpoint refuses', () => {
  it.each([
    ['a wrong password', { ...ada, password: 'Demo' }, badCredentials],
    ['an unknown user', { ...ada, username: 'eve' }, badCredentials],
    ['an unknown third-party token', { ...itself, grant_type: 'google', token: 'demo-facebook-token' }, badCredentials],
    ['an empty third-party token', { ...itself, grant_type: 'google', token: '' }, badCredentials],
    ['a missing grant type', { client_id: 'knetik' }, { error: 'invalid_request' }],
    ['a missing username', { ...itself, grant_type: 'password', password: 'demo' }, { error: 'invalid_request' }],
    ['a missing third-party token', { ...itself, grant_type: 'facebook' }, { error: 'invalid_request' }],
    ['a missing refresh token', { ...itself, grant_type: 'refresh_token' }, { error: 'invalid_request' }],
    ['an unknown scope', { ...itself, scope: 'admin' }, { error: 'invalid_scope' }],
    [
      'an unknown third-party grant',
      { ...itself, grant_type: 'twitter', token: 'x' },
      { error: 'unsupported_grant_type', error_description: 'Unsupported grant type: twitter' },
    ],
    [
      'a grant that only the library knows',
      { ...itself, grant_type: 'authorization_code', code: 'SplxlOBeZQQYbYS6WxSbIA' },
      { error: 'unsupported_grant_type', error_description: 'Unsupported grant type: authorization_code' },
    ],
    [
      'an unknown refresh token, and repeats it',
      { ...itself, grant_type: 'refresh_token', refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' },
      { error: 'invalid_grant', error_description: 'Invalid refresh token: tGzv3JOkF0XG5Qx2TlKWIA' },
    ],
  ])('%s with 400', async (_case, fields, body) => {
    const answer = await sandbox.postForm('/oauth/token', fields);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toMatchObject(body);
  });

  it.each([
    ['an unknown client', { ...itself, client_id: 's6BhdRkqt3' }, badClient],
    ['a request without a client', { grant_type: 'client_credentials' }, badClient],
    ['a private client without its secret', { ...itself, client_id: 'game-server' }, badClient],
    ['a private client without its secret in the password grant', { ...ada, client_id: 'game-server' }, badClient],
    ['a wrong secret', { ...itself, client_id: 'game-server', client_secret: 'gX1fBat3bV' }, badClient],
    ['a secret from a public client', { ...itself, client_secret: 'gX1fBat3bV' }, badClient],
    ['an empty secret from a public client', { ...itself, client_secret: '' }, badClient],
    [
      'a grant that the client may not use',
      { ...itself, client_id: 'password-only' },
      { error: 'unauthorized_client' },
    ],
  ])('%s with 401', async (_case, fields, body) => {
    const answer = await sandbox.postForm('/oauth/token', fields);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe(`Bearer error="${body.error}"`);
    expect(await answer.json()).toMatchObject(body);
  });

  it.each([
    ['a Basic header', '/oauth/token', { Authorization: `Basic ${btoa('knetik:')}` }],
    ['the query', '/oauth/token?client_id=knetik', {}],
  ])('a client that is named in %s', async (_place, path, headers) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    const answer = await sandbox.request(path, { method: 'POST', headers, body });
    expect(await answer.json()).toStrictEqual(badClient);
  });

  it('a parameter that is there twice (RFC 6749 §3.2)', async () => {
    const body = new URLSearchParams([...Object.entries(itself), ['client_id', 'knetik']]);
    const answer = await sandbox.request('/oauth/token', { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('JSON', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await sandbox.request('/oauth/token', { method: 'POST', headers, body: JSON.stringify(itself) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('GET, with 405', async () => {
    const answer = await sandbox.request(`/oauth/token?${new URLSearchParams(itself)}`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST');
    expect(await answer.json()).toHaveProperty('error');
  });
});
