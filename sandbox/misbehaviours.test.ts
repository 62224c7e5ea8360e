// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildApp } from './app.ts';
import { useTestSandbox } from './test-sandbox.ts';

const ada = { grant_type: 'password', username: 'ada', password: 'demo' };

const sandbox = useTestSandbox();
afterEach(() => {
  vi.useRealTimers();
});

const postAs = (client_id: string) => sandbox.postForm('/oauth/token', { client_id, ...ada });

describe('the client', () => {
  it.each([
    ['wrong-secret', 401, 'application/json', /"invalid_client"/],
    ['speaks-html', 200, 'text/html', /<form/],
    ['malformed', 200, 'application/json', /^\{[^}]*$/],
    ['rate-limited', 429, 'application/json', /"too_many_requests"/],
    ['server-error', 500, 'application/json', /"server_error"/],
    ['says-access-denied', 403, 'application/json', /"access_denied"/],
    ['not-found', 404, 'application/json', /"Not Found"/],
    ['bad-gateway', 502, 'text/html', /<h1>/],
  ])('%s gets %i, %s', async (client_id, status, type, body) => {
    const answer = await postAs(client_id);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toContain(type);
    expect(await answer.text()).toMatch(body);
  });

  it.each([
    ['string-expiry', { expires_in: '3600' }],
    ['negative-expiry', { expires_in: -1 }],
    ['mac-token', { token_type: 'mac' }],
  ])('%s gets a token with %o', async (client_id, expected) => {
    const answer = await postAs(client_id);
    expect(await answer.json()).toMatchObject({ access_token: expect.any(String), ...expected });
  });

  it.each(['string-expiry', 'no-expiry', 'too-large'])('%s is refused like any other', async (client_id) => {
    const answer = await sandbox.postForm('/oauth/token', { client_id, ...ada, password: 'x' });
    expect(await answer.json()).toStrictEqual({ error: 'invalid_grant', error_description: 'Bad credentials' });
  });

  it('no-expiry is told neither expiry nor scope', async () => {
    const answer = await postAs('no-expiry');
    expect(Object.keys(await answer.json())).toStrictEqual(['access_token', 'token_type', 'refresh_token']);
  });

  it('empty gets 200 and nothing', async () => {
    const answer = await postAs('empty');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });

  it('too-large gets a token in more than 200 000 bytes', async () => {
    const text = await (await postAs('too-large')).text();
    expect(text.length).toBeGreaterThan(200_000);
    expect(JSON.parse(text)).toHaveProperty('access_token');
  });

  it('rate-limited is told to wait 30 seconds', async () => {
    const answer = await postAs('rate-limited');
    expect(answer.headers.get('Retry-After')).toBe('30');
  });

  it('redirects is sent to the login page', async () => {
    const answer = await postAs('redirects');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/login');
  });

  it('drops gets no answer', async () => {
    await expect(postAs('drops')).rejects.toThrow('fetch failed');
  });

  it('refuses-refresh gets tokens but cannot refresh them', async () => {
    const issued = await postAs('refuses-refresh');
    const { refresh_token } = await issued.json();
    const fields = { client_id: 'refuses-refresh', grant_type: 'refresh_token', refresh_token };
    const answer = await sandbox.postForm('/oauth/token', fields);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty('error', 'invalid_grant');
  });

  it.each([
    ['password', { grant_type: 'password', username: 'ada', password: 'A3ddj3w' }],
    ['client_secret', { grant_type: 'client_credentials', client_secret: 'A3ddj3w' }],
    ['refresh_token', { grant_type: 'refresh_token', refresh_token: 'A3ddj3w' }],
  ])('leaks is told its %s back', async (_parameter, fields) => {
    const answer = await sandbox.postForm('/oauth/token', { client_id: 'leaks', ...fields });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty('error_description', expect.stringContaining('A3ddj3w'));
  });
});

describe('the client slow', () => {
  /** Resolves when the server has begun to wait. */
  async function postAsSlow(signal?: AbortSignal) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const onAnswer = vi.fn<(answer: Response) => void>();
    const body = new URLSearchParams({ client_id: 'slow', ...ada });
    const app = buildApp({ log: [], files: {} });
    void Promise.resolve(app.request('/oauth/token', { method: 'POST', body, signal })).then(onAnswer);
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    return onAnswer;
  }

  it('gets its token after 20 seconds, not earlier', async () => {
    const onAnswer = await postAsSlow();

    await vi.advanceTimersByTimeAsync(19_999);
    expect(onAnswer).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(1);
    const [answer] = onAnswer.mock.lastCall ?? [];
    expect(await answer?.json()).toHaveProperty('access_token');
  });

  it('is not waited for once it has gone', async () => {
    const client = new AbortController();
    await postAsSlow(client.signal);
    client.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});
