import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson } from '@/utils/testing/any-json';
import { anyText } from '@/utils/testing/any-text';
import { ACCESS_TOKEN } from '@/utils/testing/examples';
import { type ApiReply, readCurrentUser, readMe } from './who-am-i';

const SECRETS = [ACCESS_TOKEN];
const reply = (body: unknown, status = 200): ApiReply => ({
  ok: true,
  answer: { status, body: typeof body === 'string' ? body : JSON.stringify(body) },
});

describe('the answer of /me', () => {
  it('says client, user and roles', () => {
    const me = { client_id: 'knetik', user_id: 1, roles: ['ROLE_USER', 'ROLE_ADMIN', 'ROLE_USER'], more: {} };
    expect(readMe(reply(me), SECRETS)).toEqual({
      ok: true,
      value: { client_id: 'knetik', user_id: '1', roles: ['ROLE_USER', 'ROLE_ADMIN'] },
    });
  });

  it('may leave out the user, and name things that are none', () => {
    const me = { client_id: 'knetik', user_id: null, roles: [null, 7, { name: 'x' }, ''] };
    expect(readMe(reply(me), SECRETS)).toEqual({ ok: true, value: { client_id: 'knetik', roles: ['7'] } });
  });

  it('may name the client alone', () => {
    expect(readMe(reply({ client_id: 'knetik' }), SECRETS)).toEqual({
      ok: true,
      value: { client_id: 'knetik', roles: [] },
    });
  });

  it('is read as far as its 200th role', () => {
    const outcome = readMe(reply({ roles: Array.from({ length: 1000 }, (_, index) => `R${index}`) }), SECRETS);
    expect(outcome.ok && outcome.value.roles.length).toBe(200);
  });
});

describe('the answer of /users/me', () => {
  it('says who the user is, and nothing else of them', () => {
    const user = { id: 1, username: 'ada', display_name: 'Ada\u202E\nL.', email: 'ada@example.com', roles: [] };
    expect(readCurrentUser(reply(user), SECRETS)).toEqual({
      ok: true,
      value: { id: '1', username: 'ada', display_name: 'Ada L.' },
    });
  });
});

describe.each([
  ['/me', readMe],
  ['/users/me', readCurrentUser],
] as const)('an answer of %s', (_path, read) => {
  it.each([
    [401, 'rejected'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [199, 'unexpected-status'],
    [300, 'unexpected-status'],
    [302, 'unexpected-status'],
    [400, 'unexpected-status'],
  ])('with status %i tells nothing: %s', (status, code) => {
    const body = { error_description: `Invalid access token: ${ACCESS_TOKEN}` };
    expect(read(reply(body, status), SECRETS)).toEqual({ ok: false, code, status });
  });

  it.each([
    ['a page', '<!doctype html>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', [], 'malformed'],
    ['null', null, 'malformed'],
    ['what says nothing', { status: 'ok' }, 'malformed'],
  ])('that is %s tells nothing: %s', (_case, body, code) => {
    expect(read(reply(body), SECRETS)).toEqual({ ok: false, code, status: 200 });
  });

  it.each([200, 299])('with status %i is read', (status) => {
    expect(read(reply({ client_id: 'knetik', id: 1 }, status), SECRETS).ok).toBe(true);
  });

  it('that never came says why', () => {
    expect(read({ ok: false, code: 'offline' }, SECRETS)).toEqual({ ok: false, code: 'offline' });
  });

  it('never holds the token, whatever it is', () => {
    const members = ['client_id', 'user_id', 'roles', 'id', 'username', 'display_name'];
    const leak = fc.tuple(anyText(), anyText()).map(([before, after]) => before + ACCESS_TOKEN + after);
    const value = fc.oneof(leak, fc.array(leak), anyJson);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...members), value), (body) => {
        expect(JSON.stringify(read(reply(body), SECRETS))).not.toContain(ACCESS_TOKEN);
      }),
    );
  });
});
