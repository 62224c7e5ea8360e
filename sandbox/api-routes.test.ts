// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { demoUsers } from './demo-data.ts';
import { useTestSandbox, withBearer } from './test-sandbox.ts';

const sandbox = useTestSandbox();

async function putUser(path: string, body: string) {
  const init = withBearer(await sandbox.getToken('ada'));
  return sandbox.request(path, { ...init, method: 'PUT', body });
}

describe('a protected call', () => {
  it.each([
    ['without a token', {}, { error: 'unauthorized' }],
    ['with another scheme', { headers: { Authorization: 'Basic YWRhOmRlbW8=' } }, { error: 'unauthorized' }],
    ['with an unknown token', withBearer('2YotnFZFEjr1zCsicMWpAA'), { error: 'invalid_token' }],
  ])('%s gets 401', async (_case, init, body) => {
    const answer = await sandbox.request('/me', init);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe(`Bearer error="${body.error}"`);
    expect(await answer.json()).toMatchObject({ ...body, error_description: expect.any(String) });
  });
});

describe('/me', () => {
  it.each([
    ['ada', { client_id: 'knetik', user_id: 1, roles: ['ROLE_USER', 'ROLE_ADMIN'] }],
    ['client', { client_id: 'knetik', user_id: null, roles: ['ROLE_CLIENT'] }],
  ] as const)('tells whom the token of %s stands for', async (owner, expected) => {
    const answer = await sandbox.request('/me', withBearer(await sandbox.getToken(owner)));
    expect(await answer.json()).toStrictEqual(expected);
  });
});

describe('/users', () => {
  it('shows the current user, without the password', async () => {
    const answer = await sandbox.request('/users/me', withBearer(await sandbox.getToken('ada')));
    const user = await answer.json();
    expect(user).toMatchObject({ id: 1, username: 'ada', display_name: 'Ada' });
    expect(user).not.toHaveProperty('password');
  });

  it('knows no current user when the client asks for itself', async () => {
    const answer = await sandbox.request('/users/me', withBearer(await sandbox.getToken('client')));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 404, request_id: expect.any(String), result: [{}] });
  });

  it('is a list in pages that count from 1', async () => {
    const answer = await sandbox.request('/users?page=2&size=1', withBearer(await sandbox.getToken('ada')));
    expect(await answer.json()).toStrictEqual({
      content: [expect.objectContaining({ username: 'grace' })],
      number: 2,
      size: 1,
      total_elements: 2,
      total_pages: 2,
      first: false,
      last: true,
      number_of_elements: 1,
    });
  });

  it.each(['page=0', 'page=x', 'size=0', 'size=1.5'])('refuses %s', async (query) => {
    const answer = await sandbox.request(`/users?${query}`, withBearer(await sandbox.getToken('ada')));
    expect(answer.status).toBe(400);
  });

  it('shows nobody the passwords in the list', async () => {
    const answer = await sandbox.request('/users', withBearer(await sandbox.getToken('ada')));
    expect(await answer.text()).not.toContain('password');
  });

  it('keeps a change from other sandboxes', async () => {
    await putUser('/users/1', '{"display_name":"Ada L."}');
    expect(demoUsers[0]).toHaveProperty('display_name', 'Ada');
  });

  it('keeps a change', async () => {
    const changed = await putUser('/users/2', '{"display_name":"Grace H."}');
    expect(await changed.json()).toMatchObject({ id: 2, display_name: 'Grace H.' });

    const list = await sandbox.request('/users?page=2&size=1', withBearer(await sandbox.getToken('ada')));
    expect(await list.json()).toMatchObject({ content: [{ display_name: 'Grace H.' }] });
  });

  it.each([
    ['a bad email', '{"email":"nobody"}', 'email'],
    ['an empty name', '{"display_name":""}', 'display_name'],
    ['what is not JSON', '{', null],
  ])('names the field of %s', async (_case, body, field) => {
    const answer = await putUser('/users/1', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toStrictEqual({
      code: 400,
      request_id: expect.any(String),
      result: [{ field, message: expect.any(String), details: null }],
    });
  });

  it('has no user 99', async () => {
    const answer = await putUser('/users/99', '{}');
    expect(answer.status).toBe(404);
  });
});

describe('/files', () => {
  it('tells what arrived', async () => {
    const body = new FormData();
    body.set('file', new File([new Uint8Array([0xff, 0x00, 0x80])], 'cat.png', { type: 'image/png' }));
    const answer = await sandbox.request('/files', {
      ...withBearer(await sandbox.getToken('ada')),
      method: 'POST',
      body,
    });
    expect(await answer.json()).toStrictEqual({ name: 'cat.png', type: 'image/png', size: 3 });
  });

  it('refuses a form without a file', async () => {
    const init = withBearer(await sandbox.getToken('ada'));
    const answer = await sandbox.request('/files', { ...init, method: 'POST', body: new FormData() });
    expect(answer.status).toBe(400);
  });
});

describe('/auth/clients/grant-types', () => {
  it('lists the plug-in grants too', async () => {
    const init = withBearer(await sandbox.getToken('client'));
    const answer = await sandbox.request('/auth/clients/grant-types', init);
    const { content } = await answer.json();
    expect(content.map(({ name }: { name: string }) => name)).toStrictEqual([
      'client_credentials',
      'password',
      'refresh_token',
      'facebook',
      'google',
      'game-center',
    ]);
  });
});
