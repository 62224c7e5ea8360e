import { expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { mayCarryToken } from './may-carry';

const mayCarry = (url: string): boolean => mayCarryToken(new URL(url), ['https://api.knetikcloud.com', API_ORIGIN]);

it.each([
  `${API_ORIGIN}/me`,
  `${API_ORIGIN}:443/users/me?a=b#c`,
  'https://api.knetikcloud.com/',
  `${API_ORIGIN}/oauth/tokens`,
  `${API_ORIGIN}/oauth/check_token`,
  `${API_ORIGIN}/auth/oauth/token`,
  `${API_ORIGIN}/users?next=/oauth/token`,
])('a request to %s may carry the token', (url) => {
  expect(mayCarry(url)).toBe(true);
});

it.each([
  ['another host', 'https://example.com/me'],
  ['a subdomain', 'https://app.devsandbox.knetikcloud.com/me'],
  ['a host that begins alike', `${API_ORIGIN}.example/me`],
  ['another port', `${API_ORIGIN}:8443/me`],
  ['another scheme', 'http://devsandbox.knetikcloud.com/me'],
  ['a blob of the page', `blob:${API_ORIGIN}/123e4567-e89b-12d3-a456-426614174000`],
  ['a user name in the URL', 'https://johndoe@devsandbox.knetikcloud.com/me'],
  ['a password in the URL', 'https://:A3ddj3w@devsandbox.knetikcloud.com/me'],
  ['the token endpoint', `${API_ORIGIN}/oauth/token`],
  ['the token endpoint with a matrix parameter', `${API_ORIGIN}/oauth/token;jsessionid=1`],
  ['the token endpoint, encoded', `${API_ORIGIN}/oauth/%74oken`],
  ['the token endpoint with a query', `${API_ORIGIN}/oauth/token?x#y`],
  ['the token endpoint in another spelling', `${API_ORIGIN}/a/..//OAuth//Token/`],
  ['the revocation endpoint', `${API_ORIGIN}/oauth/revoke`],
])('a request to %s may not', (_case, url) => {
  expect(mayCarry(url)).toBe(false);
});
