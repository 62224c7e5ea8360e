import { expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { buildFormPost, getTokenEndpoint } from './form-post';

it('a token request is a form that asks for JSON (RFC 6749 §4.3.2)', () => {
  const post = buildFormPost(getTokenEndpoint(API_ORIGIN), { grant_type: 'password', password: 'p&ss w+rd' });
  expect({ ...post, body: post.body.toString() }).toEqual({
    method: 'POST',
    url: 'https://devsandbox.knetikcloud.com/oauth/token',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    body: 'grant_type=password&password=p%26ss+w%2Brd',
  });
});
