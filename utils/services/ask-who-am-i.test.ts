import { expect, it } from 'vitest';
import type { ApiReply } from '@/utils/oauth2/who-am-i';
import {
  ACCESS_TOKEN,
  API_ORIGIN,
  CLIENT_SECRET,
  ISSUED_TOKEN,
  PASSWORD,
  PASSWORD_FORM,
  REFRESH_TOKEN,
} from '@/utils/testing/examples';
import { askWhoAmI } from './ask-who-am-i';

const answer = (body: object): ApiReply => ({ ok: true, answer: { status: 200, body: JSON.stringify(body) } });

it('asks the API that issued the token, and nobody else, for client and user', async () => {
  const asked: string[][] = [];
  const replies: Record<string, ApiReply> = {
    [`${API_ORIGIN}/me`]: answer({ client_id: 'knetik', roles: ['ROLE_USER'] }),
    [`${API_ORIGIN}/users/me`]: { ok: false, code: 'timeout' },
  };
  const who = await askWhoAmI(ISSUED_TOKEN, async (url, access_token) => {
    asked.push([url, access_token]);
    return replies[url] ?? { ok: false, code: 'unknown' };
  });
  expect(asked).toEqual([
    [`${API_ORIGIN}/me`, ACCESS_TOKEN],
    [`${API_ORIGIN}/users/me`, ACCESS_TOKEN],
  ]);
  expect(who).toEqual({
    me: { ok: true, value: { client_id: 'knetik', roles: ['ROLE_USER'] } },
    user: { ok: false, code: 'timeout' },
  });
});

it('tells no secret that the server repeats', async () => {
  const secrets = [ACCESS_TOKEN, REFRESH_TOKEN, PASSWORD, CLIENT_SECRET, 'typed token', 'typed refresh token'];
  const login = { ...PASSWORD_FORM, token: 'typed token', refresh_token: 'typed refresh token' };
  const token = { ...ISSUED_TOKEN, login };
  const who = await askWhoAmI(token, async () => answer({ client_id: secrets.join(), username: secrets.join() }));
  expect(who).toEqual({
    me: { ok: true, value: { client_id: '•••,•••,•••,•••,•••,•••', roles: [] } },
    user: { ok: true, value: { username: '•••,•••,•••,•••,•••,•••' } },
  });
});
