import * as fc from 'fast-check';
import { anyText } from './any-text';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'polluted',
  'format',
  'version',
  'profiles',
  'sealed',
  'info',
  'item',
  'auth',
  'oauth2',
  'type',
  'request',
  'url',
  'body',
  'urlencoded',
  'variable',
  'values',
  'key',
  'value',
  'enabled',
  'swagger',
  'openapi',
  'host',
  'servers',
  'components',
  'securitySchemes',
  'flows',
  'tokenUrl',
  'securityDefinitions',
  'flow',
  'password',
  'accessTokenUrl',
  'clientId',
  'name',
  'form',
  'reach',
  'base_url',
];

const VALUES = [
  'oauth2',
  'password',
  'application',
  'knetikcloud-credential-helper',
  '{{a}}',
  'a',
  '',
  'client_credentials',
  'https://acme.knetikcloud.com/oauth/token',
  'http://evil.example/oauth/token',
  'javascript:alert(1)//oauth/token',
  'https://a:b@c.example/oauth/token',
  '//evil.example',
  'data:text/html,x',
  'https://*',
  'file:///etc/passwd',
];

const leaf = fc.oneof(
  fc.constantFrom(...VALUES),
  anyText({ maxLength: 10 }),
  fc.constantFrom(true, false, null, 0, 1, 2, -1, 1e300),
);

/** Text of any JSON value. Written by hand, as an object of JavaScript would lose a member called "__proto__". */
export const anyJson = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaf.map((value) => JSON.stringify(value)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 6 })
      .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
  ),
})).value;

const SHELL_PARTS = [
  `'`,
  '"',
  `$'`,
  '$"',
  '\\',
  '\\\n',
  '^',
  '^"',
  '^\n',
  ' ',
  ' ',
  '\n',
  ';',
  '|',
  '&',
  '`',
  '$(',
  ')',
  '${A}',
  '$A',
  '-d',
  '--data-raw',
  '--data-urlencode',
  '-F',
  '-u',
  '-H',
  '--url',
  '-G',
  '-X',
  'POST',
  '-sSk',
  '--json',
  '#',
  '@file',
  'grant_type=password',
  'client_id=a&username=b',
  'password=c',
  '=',
  ':',
  'Authorization: Basic YTpi',
  '\\u0021',
  'https://acme.knetikcloud.com/oauth/token',
  'http://evil.example/oauth/token',
  'https://x@evil.example/oauth/token',
];

/** Words, quotes and operators of shells in any order, behind "curl" and often an address. */
export const anyShellLine = fc
  .tuple(
    fc.constantFrom('curl ', 'curl https://a.example/oauth/token -d ', 'curl ^"https://a.example/oauth/token^" ^\n'),
    fc.array(fc.oneof(fc.constantFrom(...SHELL_PARTS), anyText({ maxLength: 3 })), { maxLength: 15 }),
    fc.constantFrom('', ' '),
  )
  .map(([start, parts, glue]) => start + parts.join(glue));

/** What is put into a text that was whole. Holds no example's secret. */
const PATCHES = [
  `"__proto__":{"polluted":true},`,
  '"reach":{"links":true},',
  '"everything":true,',
  'null',
  '[]',
  '{}',
  '"',
  '\\',
  "'",
  'http:',
  'https://evil.example',
  '\u202E',
  '\\u202e',
  '\\u0000',
  '{{a}}',
  '{{',
  '1',
  ',',
  '^',
  '&',
  '%',
  '\n',
  '=',
];

/** The texts with a few places cut out, repeated or written over. */
export const withChanges = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 9999 }).map((part) => part / 10_000),
          cut: fc.nat({ max: 12 }),
          patch: fc.oneof(fc.constantFrom(...PATCHES), fc.constant(''), anyText({ maxLength: 3 })),
          isAtBracket: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((current, { at, cut, patch, isAtBracket }) => {
        const start = Math.floor(at * current.length);
        // Behind an opening bracket a new member leaves the JSON whole, so that it gets past the parser.
        const place = isAtBracket ? current.indexOf('{', start) + 1 : start;
        return current.slice(0, place) + patch + current.slice(place + (isAtBracket ? 0 : cut));
      }, text),
    );
