import * as fc from 'fast-check';
import type { TokenAnswer } from '../oauth2/token-response';
import { RECEIVED_AT_MS } from './examples';
import { anyJson } from './any-import';
import { anyText } from './any-text';

type Text = fc.Arbitrary<string>;

const MEMBERS = ['access_token', 'token_type', 'expires_in', 'refresh_token', 'scope', 'error', 'error_description'];
const NUMBERS = ['NaN', '-1', '0', '3600', '1e400', '-1e400', '9007199254740993', '1e308', '0.5', '-0', '"Infinity"'];
const TEXTS = ['bearer', 'BEARER', 'mac', 'invalid_grant', 'invalid_client', 'server_error', '', ' ', '"', 'a b', '\0'];

const memberName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...MEMBERS) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString') },
);

/** What makes an answer good, whatever else is in it: of members with one name the last counts. */
const GOOD = { access_token: '"2YotnFZFEjr1zCsicMWpAA"', token_type: '"bearer"', expires_in: '3600' };

/** JSON as a server may write it, members twice, names of prototypes and numbers that are none included. */
const buildObject = (said: Text): Text => {
  const value = fc.oneof(
    { weight: 4, arbitrary: said.map((text) => JSON.stringify(text)) },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS, ...TEXTS.map((text) => JSON.stringify(text))) },
    { weight: 1, arbitrary: anyJson },
  );
  return fc
    .tuple(fc.array(fc.tuple(memberName, value), { maxLength: 7 }), fc.constantFrom({}, {}, GOOD))
    .map(([members, last]) => [...members, ...Object.entries(last)].map(([name, text]) => `"${name}":${text}`))
    .map((members) => `{${members.join(',')}}`);
};

/** Whole, or cut off somewhere, or repeated, or very deep. */
const damage = (whole: Text): Text =>
  fc.oneof(
    { weight: 8, arbitrary: whole },
    { weight: 2, arbitrary: fc.tuple(whole, fc.nat(200)).map(([text, at]) => text.slice(0, at)) },
    { weight: 1, arbitrary: whole.map((text) => text + text) },
    { weight: 1, arbitrary: whole.map((text) => `\uFEFF${text}`) },
    { weight: 1, arbitrary: whole.map((text) => `<html>${text}</html>`) },
    { weight: 1, arbitrary: fc.constantFrom(...[1000, 30_000].map((depth) => '['.repeat(depth) + ']'.repeat(depth))) },
    { weight: 1, arbitrary: anyText({ maxLength: 40 }) },
  );

const anyHeader = fc.oneof(
  fc.constantFrom(
    '0',
    '120',
    '-5',
    '99999999999999999999',
    'Wed, 21 Oct 2015 07:28:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Infinity',
  ),
  anyText({ maxLength: 20 }),
);

const anyStatus = fc.oneof(
  fc.constantFrom(200, 200, 200, 204, 302, 400, 400, 401, 403, 404, 405, 429, 500, 502, 503, 504),
  fc.integer({ min: 200, max: 599 }),
);

/** @param said the texts that members may hold, such as secrets that a server repeats */
const anyTokenBody = (said: Text): Text => damage(buildObject(said));

export const anyTokenAnswer = (said: Text): fc.Arbitrary<TokenAnswer> =>
  fc.record(
    {
      status: anyStatus,
      body: anyTokenBody(said),
      receivedAtMs: fc.constant(RECEIVED_AT_MS),
      retryAfter: anyHeader,
      date: anyHeader,
    },
    { requiredKeys: ['status', 'body', 'receivedAtMs'] },
  );
