import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyEncoding, anySecret, findLeaks, mirror } from '../testing/any-mirror';
import { anyText } from '../testing/any-text';
import { anyTokenAnswer } from '../testing/any-token-answer';
import { ISSUED_TOKEN, PASSWORD_REQUEST, RECEIVED_AT_MS } from '../testing/examples';
import { fuzz } from '../testing/fuzz-runs';
import { getFailureReason } from './failure-reason';
import { readAccessToken } from './read-jwt';
import { buildTrouble, getRenewalTimeMs, isRenewalDue } from './renewal';
import type { TokenRequest } from './token-form';
import type { TokenFailure } from './token-failure';
import { type IssuedToken, readTokenAnswer } from './token-response';
import { buildFailedState, getHostToLogInAt, NO_TOKEN } from './token-state';
import { readCurrentUser, readMe } from './who-am-i';

const LAST_DATE_MS = 8.64e15;

/** A request, and an answer that repeats its secrets in all ways. */
const anyExchange = fc
  .record({ password: anySecret, client_secret: anySecret, encoding: anyEncoding, around: anyText({ maxLength: 5 }) })
  .chain(({ password, client_secret, encoding, around }) => {
    const [one, other] = [password, client_secret].map((secret) => mirror(secret, encoding));
    const said = fc.oneof(fc.constantFrom(`${around} ${one}`, `${one}\n${other}`, `"${other}" ${around}`), anyText());
    const parameters = { ...PASSWORD_REQUEST.parameters, password, client_secret };
    return fc.record({
      request: fc.constant<TokenRequest>({ ...PASSWORD_REQUEST, parameters }),
      answer: anyTokenAnswer(said),
    });
  });

/** Both as it is and as it is stored: as JSON it is encoded once more. */
function listShownOfFailure(failure: TokenFailure): string[] {
  const state = JSON.stringify([buildFailedState(failure, NO_TOKEN), getFailureReason(failure)]);
  return [state, ...Object.values(failure).map(String)];
}

function listShownOfToken({ access_token: _access, refresh_token: _refresh, ...rest }: IssuedToken): string[] {
  return [JSON.stringify(rest), rest.scope ?? ''];
}

it('Whatever a server answers, it is read, can be used, and shows no secret of the request', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyExchange, ({ request, answer }) => {
      const reading = readTokenAnswer(answer, request);
      const { password = '', client_secret = '' } = request.parameters;
      seen.add(reading.ok ? 'token' : reading.failure.code);
      const shown = reading.ok ? listShownOfToken(reading.token) : listShownOfFailure(reading.failure);
      expect(shown.flatMap((text) => findLeaks(text, [password, client_secret]))).toEqual([]);
      const {
        expiresAtMs = RECEIVED_AT_MS,
        clockAheadMs = 0,
        access_token,
      } = reading.ok ? reading.token : ISSUED_TOKEN;
      expect(access_token).toMatch(/^[\x21-\x7E]+$/);
      expect(expiresAtMs).toBeGreaterThanOrEqual(RECEIVED_AT_MS);
      expect(Math.max(expiresAtMs, Math.abs(clockAheadMs))).toBeLessThanOrEqual(LAST_DATE_MS);
      expect(['jwt', 'opaque']).toContain(readAccessToken(access_token).kind);
    }),
    fuzz(400),
  );
  expect([...seen]).toEqual(expect.arrayContaining(['token', 'refused', 'not-json', 'rate-limited', 'server-error']));
});

it('Whatever a server answers to a renewal, there is a time to try again, or none', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(anyTokenAnswer(anyText()), fc.nat(2000), random, (answer, attempts, luck) => {
      const reading = readTokenAnswer(answer, PASSWORD_REQUEST);
      fc.pre(!reading.ok);
      const before = { ...ISSUED_TOKEN, renewal: { failure: reading.failure, attempts } };
      const token = { ...ISSUED_TOKEN, renewal: buildTrouble(reading.failure, before, RECEIVED_AT_MS, luck) };
      const renewAtMs = getRenewalTimeMs(token);
      expect(renewAtMs === undefined || (renewAtMs > RECEIVED_AT_MS && renewAtMs <= LAST_DATE_MS)).toBe(true);
      expect(isRenewalDue(token, RECEIVED_AT_MS - 1)).toBe(false);
      expect([undefined, 'devsandbox.knetikcloud.com']).toContain(getHostToLogInAt({ kind: 'issued', token }));
    }),
    fuzz(300),
  );
});

it('Whatever an API says of who one is, no secret is in it', () => {
  fc.assert(
    fc.property(anyExchange, ({ request, answer }) => {
      const secrets = [request.parameters.password ?? '', request.parameters.client_secret ?? ''];
      const body = answer.body
        .replaceAll('error_description', 'username')
        .replaceAll('error', 'user_id')
        .replaceAll('scope', 'roles');
      const reply = { ok: true as const, answer: { ...answer, body } };
      const texts = [readMe(reply, secrets), readCurrentUser(reply, secrets)].flatMap((outcome) =>
        outcome.ok ? Object.values(outcome.value).flat().map(String) : [],
      );
      expect(texts.flatMap((text) => findLeaks(text, secrets))).toEqual([]);
    }),
    fuzz(300),
  );
});
