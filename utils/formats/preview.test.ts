import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurl } from '@/utils/imports/read-curl';
import { buildFormPost, getTokenEndpoint } from '@/utils/oauth2/form-post';
import { GRANT_CHOICES } from '@/utils/oauth2/grants';
import { EMPTY_TOKEN_FORM, getRequestSecrets, readTokenForm } from '@/utils/oauth2/token-form';
import { sendableText } from '@/utils/testing/any-text';
import { API_ORIGIN, CLIENT_SECRET, PASSWORD, PASSWORD_REQUEST } from '@/utils/testing/examples';
import { formatPost } from './preview';

const post = buildFormPost(getTokenEndpoint(API_ORIGIN), PASSWORD_REQUEST.parameters);
const BODY = 'grant_type=password&username=johndoe&password=A3ddj3w&client_id=s6BhdRkqt3&client_secret=gX1fBat3bV';

describe('the preview of a request', () => {
  it('as text is the address, the headers and the body, in the order in which they are sent', () => {
    expect(formatPost(post, 'text', 'plain').split('\n')).toEqual([
      `POST ${API_ORIGIN}/oauth/token`,
      'Accept: application/json',
      'Content-Type: application/x-www-form-urlencoded;charset=UTF-8',
      '',
      BODY,
    ]);
  });

  it.each(['text', 'curl'] as const)('as %s, masked, differs in the secrets alone', (format) => {
    const masked = formatPost(post, format, 'plain').replace(PASSWORD, '••••••••').replace(CLIENT_SECRET, '••••••••');
    expect(formatPost(post, format, 'masked')).toBe(masked);
  });

  it('as curl is run by a shell to the same request, whatever was typed', () => {
    const text = sendableText({ minLength: 1, maxLength: 20 });
    const values = fc.array(fc.record({ password: text, username: text, client_secret: text }), {
      minLength: 60,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, (logins) => {
        const posts = logins.map((login) => buildFormPost(getTokenEndpoint(API_ORIGIN), login));
        const echo = String.raw`curl() { printf '%s\0' "$@"; }`;
        const script = [echo, ...posts.map((each) => formatPost(each, 'curl', 'plain'))].join('\n');
        const printed = execFileSync('sh', ['-s'], { input: script, encoding: 'utf8' });
        const words = posts.flatMap(({ url, headers, body }) => [
          '--request',
          'POST',
          url,
          ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
          '--data-raw',
          body.toString(),
        ]);
        expect(printed.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('as curl can be imported again', () => {
    const [login] = readCurl(formatPost(post, 'curl', 'plain'))?.logins ?? [];
    expect(login?.tokenUrl).toBe(`${API_ORIGIN}/oauth/token`);
    expect(Object.fromEntries(login?.parameters ?? [])).toEqual(PASSWORD_REQUEST.parameters);
  });

  it.each(GRANT_CHOICES)('shows no secret of the grant "%s" and not its length, in any format', (grant) => {
    const secrets = { client_secret: 'S1-x', password: 'S2-yyyyyy', token: 'S3-zzzzzzzz', refresh_token: 'S4-w' };
    const form = { ...EMPTY_TOKEN_FORM, grant, other_grant_type: 'plug-in', username: 'johndoe', ...secrets };
    const reading = readTokenForm(form);
    if (!reading.ok) throw new Error('the form can be sent');
    const { api_origin, parameters } = reading.request;
    const built = buildFormPost(getTokenEndpoint(api_origin), parameters);
    const shown = (['text', 'curl'] as const).map((format) => formatPost(built, format, 'masked')).join('\n');
    const held = getRequestSecrets(reading.request);
    expect(held.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(shown.match(/•+/g)).toEqual(Array.from({ length: 2 * held.length }, () => '••••••••'));
  });
});
