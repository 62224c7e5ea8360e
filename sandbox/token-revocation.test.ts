// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { buildApp } from './app.ts';
import { useTestSandbox, withBearer } from './test-sandbox.ts';

const sandbox = useTestSandbox();

describe('/oauth/revoke', () => {
  it('kills an access token', async () => {
    const token = await sandbox.getToken('ada');
    const answer = await sandbox.postForm('/oauth/revoke', { client_id: 'knetik', token });
    const me = await sandbox.request('/me', withBearer(token));

    expect(answer.status).toBe(200);
    expect(me.status).toBe(401);
  });

  it('kills a refresh token and its access tokens (RFC 7009 §2.1)', async () => {
    const refresh = { client_id: 'knetik', grant_type: 'refresh_token', refresh_token: 'demo-refresh-token' };
    const issued = await sandbox.postForm('/oauth/token', refresh);
    const { access_token } = await issued.json();

    await sandbox.postForm('/oauth/revoke', { client_id: 'knetik', token: 'demo-refresh-token' });
    const me = await sandbox.request('/me', withBearer(access_token));
    const refreshed = await sandbox.postForm('/oauth/token', refresh);

    expect(me.status).toBe(401);
    expect(refreshed.status).toBe(400);
  });

  it('answers 200 to an unknown token (RFC 7009 §2.2)', async () => {
    const answer = await sandbox.postForm('/oauth/revoke', { client_id: 'knetik', token: '45ghiukldjahdnhzdauz' });
    expect(answer.status).toBe(200);
  });

  it('leaves the token of another client alone', async () => {
    const token = await sandbox.getToken('ada');
    await sandbox.postForm('/oauth/revoke', { client_id: 'eternal', token });
    const me = await sandbox.request('/me', withBearer(token));
    expect(me.status).toBe(200);
  });

  it.each([
    ['an unknown client', { client_id: 's6BhdRkqt3', token: 'x' }, 401],
    ['a missing token', { client_id: 'knetik' }, 400],
  ])('refuses %s', async (_case, fields, status) => {
    const answer = await sandbox.postForm('/oauth/revoke', fields);
    expect(answer.status).toBe(status);
  });

  it('reads nothing but a form', async () => {
    const token = await sandbox.getToken('ada');
    const init = { method: 'POST', headers: { 'Content-Type': 'text/plain' } };
    await sandbox.request('/oauth/revoke', { ...init, body: `client_id=knetik&token=${token}` });
    const me = await sandbox.request('/me', withBearer(token));
    expect(me.status).toBe(200);
  });

  it('does not exist on hosts that are called no-revoke', async () => {
    const app = buildApp({ log: [], files: {} });
    const headers = { Host: 'no-revoke.devsandbox.knetikcloud.com' };
    const answer = await app.request('/oauth/revoke', { method: 'POST', headers });
    expect(answer.status).toBe(404);
  });
});
