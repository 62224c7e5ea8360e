// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { useTestSandbox } from './test-sandbox.ts';

const sandbox = useTestSandbox();

describe('a public call', () => {
  it.each(['/location/countries', '/version', '/health'])('%s answers JSON without a token', async (path) => {
    const answer = await sandbox.request(path);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toBeInstanceOf(Object);
  });

  it.each(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])('/echo shows a %s as it arrived', async (method) => {
    const answer = await sandbox.request('/echo?x=1', { method, headers: { Authorization: 'Bearer mine' } });
    expect(await answer.json()).toMatchObject({
      method,
      path: '/echo',
      headers: { authorization: 'Bearer mine' },
    });
  });

  it.each([['', 302], ...[301, 302, 303, 307, 308].map((status): [string, number] => [`&status=${status}`, status])])(
    '/redirect%s leads to any address',
    async (query, status) => {
      const to = 'https://other.example/a?b=c';
      const answer = await sandbox.request(`/redirect?to=${encodeURIComponent(to)}${query}`);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('Location')).toBe(to);
    },
  );

  it.each(['', '?to=/me', '?to=javascript:alert(1)', '?to=https://other.example&status=200'])(
    '/redirect%s is refused',
    async (query) => {
      const answer = await sandbox.request(`/redirect${query}`);
      expect(answer.status).toBe(400);
    },
  );

  it('to nowhere gets 404 in the form of the API', async () => {
    const answer = await sandbox.request('/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 404, result: [{ message: 'Nothing at /nowhere' }] });
  });
});

describe('CORS', () => {
  it('allows the method and the headers that a preflight asks for', async () => {
    const answer = await sandbox.request('/users/1', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://game.example',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'authorization,content-type',
    });
  });

  it.each(['/me', '/version', '/nowhere', '/swagger-doc', '/redirect?to=https://other.example'])(
    'lets every origin read %s',
    async (path) => {
      const answer = await sandbox.request(path, { headers: { Origin: 'https://game.example' } });
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('WWW-Authenticate');
    },
  );
});
