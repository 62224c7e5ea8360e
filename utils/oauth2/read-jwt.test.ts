import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson } from '@/utils/testing/any-json';
import { anyText } from '@/utils/testing/any-text';
import { buildJwt } from '@/utils/testing/build-jwt';
import { isSameScope, readAccessToken } from './read-jwt';

/** RFC 7519 §3.1's example, signature and all. */
const RFC_JWT =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('a JWT', () => {
  it('is read into its header and claims, with its times', () => {
    expect(readAccessToken(RFC_JWT)).toStrictEqual({
      kind: 'jwt',
      header: [
        { name: 'typ', text: 'JWT' },
        { name: 'alg', text: 'HS256' },
      ],
      claims: [
        { name: 'iss', text: 'joe' },
        { name: 'exp', text: '1300819380', timeMs: 1_300_819_380_000 },
        { name: 'http://example.com/is_root', text: 'true' },
      ],
    });
  });

  it('keeps every letter, also where its base64url has "-" and "_" and lacks its "="', () => {
    const claims = { name: 'Jörg Müßig – 名前 🎮', sign: '~~~???>>>', n: { a: ['é'] } };
    const token = buildJwt(claims);
    expect(token.split('.')[1]).toMatch(/^(?=.*[-_])[\w-]+$/);
    expect(readAccessToken(token)).toMatchObject({
      claims: [
        { name: 'name', text: claims.name },
        { name: 'sign', text: claims.sign },
        { name: 'n', text: '{"a":["é"]}' },
      ],
    });
  });

  it.each([
    ['a string', { scope: 'read write' }, 'read write'],
    ['a list', { scope: ['read', 'write'] }, 'read write'],
    ['a list of another name', { scp: ['read'] }, 'read'],
    ['no text', { scope: 7 }, undefined],
    ['a list of which one is no text', { scope: ['read', 7] }, undefined],
    ['not there', {}, undefined],
  ])('says its scope when that is %s', (_case, claims, scope) => {
    const content = readAccessToken(buildJwt(claims));
    expect('scope' in content ? content.scope : undefined).toBe(scope);
  });

  it.each([
    ['a text', '1300819380', undefined],
    ['beyond all dates', 1e300, undefined],
    ['a fraction', 1.5, 1500],
    ['the last of all dates', 8.64e12, 8.64e15],
    ['a second later', 8.64e12 + 1, undefined],
  ])('has a time only where one can be: %s', (_case, iat, issuedAtMs) => {
    const content = readAccessToken(buildJwt({ iat }));
    expect('issuedAtMs' in content ? content.issuedAtMs : undefined).toBe(issuedAtMs);
  });

  it.each(['exp', 'iat', 'nbf', 'auth_time'])('tells a time by %s', (name) => {
    const content = readAccessToken(buildJwt({ [name]: 1_300_819_380 }));
    expect(content).toMatchObject({ claims: [{ name, timeMs: 1_300_819_380_000 }] });
  });
});

describe('anything else is opaque', () => {
  const [header = '', claims = '', signature = ''] = RFC_JWT.split('.');
  it.each([
    ['two parts', `${header}.${claims}`],
    ['five parts, as an encrypted one', `${header}.${claims}.${signature}.a.b`],
    ['a header without an algorithm', buildJwt({}, { typ: 'JWT' })],
    ['a header that is no JSON', `eyJ.${claims}.${signature}`],
    ['claims that are a list', `${header}.${btoa('[1]')}.${signature}`],
    ['claims that are a text', `${header}.${btoa('"abc"')}.${signature}`],
    ['claims that are null', `${header}.${btoa('null')}.${signature}`],
    ['claims that are no base64url', `${header}.a!b.${signature}`],
  ])('%s', (_case, token) => {
    expect(readAccessToken(token)).toEqual({ kind: 'opaque', length: token.length, isUuid: false });
  });

  it.each([
    ['5716a78e-37ae-4f8f-9d13-0b4ad6dd4e31', true],
    ['5716A78E-37AE-4F8F-9D13-0B4AD6DD4E31', true],
    ['5716a78e37ae4f8f9d130b4ad6dd4e31', false],
    ['0-5716a78e-37ae-4f8f-9d13-0b4ad6dd4e31', false],
    ['5716a78e-37ae-4f8f-9d13-0b4ad6dd4e31-0', false],
    ['2YotnFZFEjr1zCsicMWpAA', false],
  ])('%s, a UUID: %s', (token, isUuid) => {
    expect(readAccessToken(token)).toEqual({ kind: 'opaque', length: token.length, isUuid });
  });

  it('whatever it is made of', () => {
    const part = fc.oneof(
      anyText(),
      anyJson.map((json) => toBase64Url(JSON.stringify(json))),
      fc.base64String(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const token = parts.join('.');
        expect(['jwt', 'opaque']).toContain(readAccessToken(token).kind);
      }),
    );
  });

  it('and every claim of a JWT comes out as it went in', () => {
    const claims = fc.dictionary(anyText(), anyJson);
    fc.assert(
      fc.property(claims, (claims) => {
        const sent: unknown = JSON.parse(JSON.stringify(claims));
        const content = readAccessToken(buildJwt(claims));
        const read = content.kind === 'jwt' ? content.claims : [];
        const wanted = Object.entries(Object(sent) as object).map(([name, value]) => ({
          name,
          text: typeof value === 'string' ? value : JSON.stringify(value),
        }));
        expect(read.map(({ name, text }) => ({ name, text }))).toEqual(wanted);
      }),
    );
  });
});

it.each([
  ['write read', 'read write', true],
  ['read', 'read  read', true],
  ['', ' ', true],
  ['read', 'read write', false],
  ['read', '', false],
])('the scopes "%s" and "%s" are the same: %s', (one, other, isSame) => {
  expect(isSameScope(one, other)).toBe(isSame);
});

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
