import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sendableText } from '../testing/any-text';
import { API_ORIGIN, CLIENT_ID, PASSWORD_FORM, PASSWORD_REQUEST } from '../testing/examples';
import { GRANT_CHOICES, type GrantChoice } from './grants';
import {
  EMPTY_TOKEN_FORM,
  getRequestSecrets,
  hasSecrets,
  readTokenForm,
  type TokenForm,
  TokenFormSchema,
  withoutSecrets,
} from './token-form';

const FULL_FORM: TokenForm = {
  base_url: API_ORIGIN,
  grant: 'other',
  other_grant_type: 'twitter',
  client_id: CLIENT_ID,
  client_secret: 'the secret',
  username: 'the user',
  password: 'the password',
  token: 'the token',
  refresh_token: 'the refresh token',
};
const client = { client_id: CLIENT_ID, client_secret: 'the secret' };

describe('a full form is read to the parameters of its grant and no others', () => {
  it.each<[GrantChoice, Record<string, string>]>([
    ['client_credentials', client],
    ['password', { ...client, username: 'the user', password: 'the password' }],
    ['facebook', { ...client, token: 'the token' }],
    ['google', { ...client, token: 'the token' }],
    ['refresh_token', { ...client, refresh_token: 'the refresh token' }],
    ['other', { ...client, grant_type: 'twitter', token: 'the token', username: 'the user', password: 'the password' }],
  ])('%s', (grant, parameters) => {
    expect(readTokenForm({ ...FULL_FORM, grant })).toEqual({
      ok: true,
      request: { api_origin: API_ORIGIN, parameters: { grant_type: grant, ...parameters } },
    });
  });
});

describe('an empty parameter', () => {
  it.each<[GrantChoice, string[]]>([
    ['client_credentials', []],
    ['password', ['password', 'username']],
    ['facebook', ['token']],
    ['google', ['token']],
    ['refresh_token', ['refresh_token']],
  ])('is missed by %s only where it is required', (grant, missing) => {
    const reading = readTokenForm({ ...EMPTY_TOKEN_FORM, grant });
    const problems = reading.ok ? {} : reading.problems;
    expect(problems).toEqual(Object.fromEntries(missing.map((name) => [name, 'missing'])));
  });

  it('is not sent where it is optional', () => {
    const reading = readTokenForm({ ...FULL_FORM, client_secret: '', token: '', username: ' ', password: '' });
    expect(reading.ok && reading.request.parameters).toEqual({ grant_type: 'twitter', client_id: CLIENT_ID });
  });
});

describe('the problems of a form are told per field', () => {
  it.each<[string, Partial<TokenForm>, Record<string, string>]>([
    ['an empty client_id', { client_id: ' ' }, { client_id: 'missing' }],
    ['a base URL', { base_url: 'http://devsandbox.knetikcloud.com' }, { base_url: 'base-url-not-https' }],
    ['a lone surrogate', { password: 'p\uD83D' }, { password: 'not-sendable' }],
    ['an unnamed grant', { grant: 'other', other_grant_type: ' ' }, { other_grant_type: 'missing' }],
    ['a grant with a space', { grant: 'other', other_grant_type: 'a b' }, { other_grant_type: 'grant-type-malformed' }],
    [
      'a grant with a space before a colon',
      { grant: 'other', other_grant_type: 'a b:c' },
      { other_grant_type: 'grant-type-malformed' },
    ],
    [
      'a grant with a space after a colon',
      { grant: 'other', other_grant_type: 'a:b c' },
      { other_grant_type: 'grant-type-malformed' },
    ],
    ['a grant that nobody has named yet', { ...EMPTY_TOKEN_FORM, grant: 'other' }, { other_grant_type: 'missing' }],
    ['a grant with an &', { grant: 'other', other_grant_type: 'a&b' }, { other_grant_type: 'grant-type-malformed' }],
    [
      'several fields',
      { base_url: '', username: '', password: '' },
      { base_url: 'base-url-missing', username: 'missing', password: 'missing' },
    ],
  ])('%s', (_case, part, problems) => {
    expect(readTokenForm({ ...PASSWORD_FORM, ...part })).toEqual({ ok: false, problems });
  });

  it('and not for a field that the grant does not use', () => {
    expect(readTokenForm({ ...EMPTY_TOKEN_FORM, refresh_token: '\uD83D', other_grant_type: 'a b' }).ok).toBe(true);
  });
});

it.each(['twitter', 'my-grant.v2_x', 'urn:ietf:params:oauth:grant-type:jwt-bearer', 'https://knetikcloud.com/grant'])(
  'the grant type %s can be typed in',
  (name) => {
    const reading = readTokenForm({ ...FULL_FORM, other_grant_type: ` ${name}\n` });
    expect(reading.ok && reading.request.parameters.grant_type).toBe(name);
  },
);

describe('white space', () => {
  it('around anything but a password is an accident', () => {
    const reading = readTokenForm({ ...PASSWORD_FORM, client_id: ` ${CLIENT_ID}\n`, username: '\tjohndoe ' });
    expect(reading.ok && reading.request).toEqual(PASSWORD_REQUEST);
  });

  it('is kept in a password, even when there is nothing else in it', () => {
    const passwords = [' A3ddj3w ', ' '].map((password) => readTokenForm({ ...PASSWORD_FORM, password }));
    expect(passwords.map((reading) => reading.ok && reading.request.parameters.password)).toEqual([' A3ddj3w ', ' ']);
  });
});

it('every well-formed password arrives at the server as it was typed', () => {
  const password = sendableText({ minLength: 1 });
  fc.assert(
    fc.property(password, (password) => {
      const reading = readTokenForm({ ...PASSWORD_FORM, password });
      const body = reading.ok ? new URLSearchParams(reading.request.parameters).toString() : '';
      expect(new URLSearchParams(body).get('password')).toBe(password);
    }),
  );
});

it('a stored form is one only with all of its fields, and with a grant that there is', () => {
  const { token: _token, ...incomplete } = FULL_FORM;
  const forms = [FULL_FORM, EMPTY_TOKEN_FORM, incomplete, { ...FULL_FORM, token: 7 }, { ...FULL_FORM, grant: 'x' }];
  expect(forms.map((form) => v.is(TokenFormSchema, form))).toEqual([true, true, false, false, false]);
});

describe('secrets', () => {
  it.each([
    ['a form that nobody has touched', {}, false],
    ['all that is no secret', { username: 'the user', other_grant_type: 'twitter' }, false],
    ['a client secret alone', { client_secret: 'the secret' }, true],
    ['a refresh token alone', { refresh_token: 'the refresh token' }, true],
  ])('are there or not in %s', (_case, part, isThere) => {
    expect(hasSecrets({ ...EMPTY_TOKEN_FORM, ...part })).toBe(isThere);
  });

  it('are taken out of a form that goes to disk, and nothing else is', () => {
    expect(withoutSecrets(FULL_FORM)).toEqual({
      ...FULL_FORM,
      client_secret: '',
      password: '',
      token: '',
      refresh_token: '',
    });
  });

  it.each([
    [`${API_ORIGIN}/callback#access_token=2YotnFZFEjr1zCsicMWpAA`, API_ORIGIN],
    ['half typed, nobody knows what', EMPTY_TOKEN_FORM.base_url],
  ])('are not kept in the base URL either: %s', (base_url, kept) => {
    expect(withoutSecrets({ ...FULL_FORM, base_url }).base_url).toBe(kept);
  });

  it.each(GRANT_CHOICES)('of a %s request are all known, whatever its grant', (grant) => {
    const reading = readTokenForm({ ...FULL_FORM, grant });
    const { parameters } = reading.ok ? reading.request : PASSWORD_REQUEST;
    const { grant_type: _type, client_id: _id, username: _name, ...secret } = parameters;
    const secrets = reading.ok ? getRequestSecrets(reading.request) : [];
    expect(secrets.toSorted()).toEqual(Object.values(secret).toSorted());
  });
});
