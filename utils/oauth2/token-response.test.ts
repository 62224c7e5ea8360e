import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, sendableText } from '../testing/any-text';
import {
  API_ORIGIN,
  buildAnswer,
  CLIENT_ID,
  ISSUED_TOKEN,
  PASSWORD,
  PASSWORD_REQUEST,
  RECEIVED_AT_MS,
  TOKEN_BODY,
} from '../testing/examples';
import { readTokenAnswer } from './token-response';

const read = (status: number, body: unknown) => readTokenAnswer(buildAnswer(status, body), PASSWORD_REQUEST);

describe('an answer with a token', () => {
  it('is read to the token, with what is needed to use, show and revoke it', () => {
    expect(read(200, TOKEN_BODY)).toEqual({ ok: true, token: ISSUED_TOKEN });
  });

  it.each(['bearer', 'Bearer', 'BEARER', '', null, undefined])('may call its type %j', (token_type) => {
    expect(read(200, { ...TOKEN_BODY, token_type })).toEqual({ ok: true, token: ISSUED_TOKEN });
  });

  it('may leave out or empty everything that is optional', () => {
    const { scope: _scope, refresh_token: _refresh, expiresAtMs: _expiry, ...bare } = ISSUED_TOKEN;
    const { access_token } = TOKEN_BODY;
    const answers = [
      {},
      { scope: '', refresh_token: '', expires_in: '' },
      { scope: null, expires_in: null },
      { scope: ['write', 'read'], refresh_token: 7, expires_in: { seconds: 5 } },
    ];
    const readings = answers.map((rest) => read(200, { access_token, ...rest }));
    expect(readings).toStrictEqual(answers.map(() => ({ ok: true, token: bare })));
  });

  it('has a scope that can be shown, however much the server says', () => {
    const reading = read(200, { ...TOKEN_BODY, scope: `write\u202E\nread ${'x'.repeat(1000)}` });
    const scope = reading.ok ? reading.token.scope : undefined;
    expect(scope).toMatch(/^write read x+…$/);
    expect(scope).toHaveLength(300);
  });

  it('may hold members that nobody knows, and have any 2xx status', () => {
    expect(read(201, { ...TOKEN_BODY, jti: 'x', expires: {} })).toEqual({ ok: true, token: ISSUED_TOKEN });
    expect(read(299, TOKEN_BODY)).toEqual({ ok: true, token: ISSUED_TOKEN });
  });

  it('says whose it is only where the grant has a user', () => {
    const { username: _username, ...token } = { ...ISSUED_TOKEN, grant_type: 'client_credentials' };
    const request = { api_origin: API_ORIGIN, parameters: { grant_type: 'client_credentials', client_id: CLIENT_ID } };
    expect(readTokenAnswer(buildAnswer(200, TOKEN_BODY), request)).toStrictEqual({ ok: true, token });
  });

  it.each([
    ['two minutes, which is said of no clock', 120_000, undefined],
    ['more', 121_000, 121_000],
    ['more, behind', -121_000, -121_000],
  ])('says by how much the clocks differ when it is %s', (_case, aheadMs, clockAheadMs) => {
    const date = new Date(RECEIVED_AT_MS - aheadMs).toUTCString();
    const reading = readTokenAnswer({ ...buildAnswer(200, TOKEN_BODY), date }, PASSWORD_REQUEST);
    expect(reading.ok && reading.token.clockAheadMs).toBe(clockAheadMs);
  });
});

describe('expires_in', () => {
  const CENTURY_MS = 100 * 365.25 * 24 * 3600 * 1000;
  it.each<[string, unknown, number | undefined]>([
    ['a number', 43_199, 43_199_000],
    ['a number as text', '43199', 43_199_000],
    ['68 years, as seen', 2_145_660_769, 2_145_660_769_000],
    ['absent', undefined, undefined],
    ['more than a date can hold', 1e300, CENTURY_MS],
    ['endless', '1e999', undefined],
    ['garbage', 'soon', undefined],
    ['white space', ' ', undefined],
  ])('that is %s', (_case, expires_in, lifetimeMs) => {
    const reading = read(200, { ...TOKEN_BODY, expires_in });
    const expiresAtMs = lifetimeMs === undefined ? undefined : RECEIVED_AT_MS + lifetimeMs;
    expect(reading.ok && reading.token.expiresAtMs).toBe(expiresAtMs);
  });

  it('never becomes something that is no date', () => {
    const lifetime = fc.oneof(fc.double(), fc.string(), fc.integer().map(String), fc.constant(null));
    fc.assert(
      fc.property(lifetime, (expires_in) => {
        const reading = read(200, { ...TOKEN_BODY, expires_in });
        const { expiresAtMs = RECEIVED_AT_MS } = reading.ok ? reading.token : {};
        expect(new Date(expiresAtMs).getTime()).toBeGreaterThanOrEqual(RECEIVED_AT_MS);
      }),
    );
  });
});

describe('an answer without a usable token', () => {
  it.each<[string, number, unknown, object]>([
    ['an HTML page', 200, '<!doctype html><title>Log in</title>', { code: 'web-page', status: 200 }],
    ['an HTML page with an error status', 403, '\n<h1>Forbidden</h1>', { code: 'web-page', status: 403 }],
    ['an error status and no more', 401, '', { code: 'empty', status: 401 }],
    ['plain text', 400, 'Bad request', { code: 'not-json', status: 400 }],
    ['an HTML page that says that nothing is there', 404, '<h1>Not Found</h1>', { code: 'not-found', status: 404 }],
    [
      'a framework’s own words for that',
      404,
      { error: 'Not Found' },
      { code: 'not-found', status: 404, error: 'Not Found' },
    ],
    ['a method that is not taken', 405, '', { code: 'method-not-allowed', status: 405 }],
    ['a token that is over', 200, { ...TOKEN_BODY, expires_in: 0 }, { code: 'expired-on-arrival' }],
    ['a token that was over long ago', 200, { ...TOKEN_BODY, expires_in: '-300' }, { code: 'expired-on-arrival' }],
    ['blanks', 200, ' \n', { code: 'empty', status: 200 }],
    ['nothing', 200, '', { code: 'empty', status: 200 }],
    ['JSON cut short', 200, '{"access_token":"2Yotn', { code: 'not-json', status: 200 }],
    ['JSON null', 200, null, { code: 'no-access-token', status: 200 }],
    ['a list', 200, [TOKEN_BODY], { code: 'no-access-token', status: 200 }],
    ['no access_token', 200, { token_type: 'bearer' }, { code: 'no-access-token', status: 200 }],
    ['an empty access_token', 200, { ...TOKEN_BODY, access_token: '' }, { code: 'no-access-token', status: 200 }],
    ['an access_token with CR LF', 200, { access_token: 'a\r\nX-Evil: 1' }, { code: 'no-access-token', status: 200 }],
    ['an access_token with a space', 200, { access_token: 'a b' }, { code: 'no-access-token', status: 200 }],
    ['an access_token with an umlaut', 200, { access_token: 'tökén' }, { code: 'no-access-token', status: 200 }],
    ['an access_token that is a number', 200, { access_token: 42 }, { code: 'no-access-token', status: 200 }],
    ['JSON that is no OAuth error', 409, { message: 'no route' }, { code: 'unexpected-status', status: 409 }],
    ['a token with a status before all that are good', 199, TOKEN_BODY, { code: 'unexpected-status', status: 199 }],
    ['a token with a status behind all that are good', 300, TOKEN_BODY, { code: 'unexpected-status', status: 300 }],
    ['no access_token, with the last good status', 299, {}, { code: 'no-access-token', status: 299 }],
    ['a server error that is a page', 500, '<h1>Oops</h1>', { code: 'server-error', status: 500 }],
    ['a server error in words of its own', 501, { error: 'x' }, { code: 'server-error', status: 501, error: 'x' }],
    ['a token with an error status', 401, TOKEN_BODY, { code: 'unexpected-status', status: 401 }],
    ['a server error', 500, { error: 'server_error' }, { code: 'server-error', status: 500, error: 'server_error' }],
    [
      'a server error as refusal',
      400,
      { error: 'server_error' },
      { code: 'server-error', status: 400, error: 'server_error' },
    ],
    ['a gateway error', 502, '<h1>Bad Gateway</h1>', { code: 'unavailable', status: 502 }],
    [
      'an overload',
      400,
      { error: 'temporarily_unavailable', error_description: 'Later' },
      { code: 'unavailable', status: 400, error: 'temporarily_unavailable', error_description: 'Later' },
    ],
    [
      'another type of token',
      200,
      { ...TOKEN_BODY, token_type: 'mac' },
      { code: 'unsupported-token-type', token_type: 'mac' },
    ],
  ])('%s', (_case, status, body, failure) => {
    expect(read(status, body)).toEqual({ ok: false, failure });
  });
});

describe('a refusal', () => {
  it.each([400, 401, 403, 200])('is told in the words of the server, with status %i', (status) => {
    const body = { error: 'invalid_grant', error_description: 'Bad credentials' };
    expect(read(status, body)).toEqual({
      ok: false,
      failure: { code: 'refused', status, grant_type: 'password', ...body },
    });
  });

  it('may have no description', () => {
    const failure = { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_scope' };
    expect(
      [{}, { error_description: null }, { error_description: '' }].map((rest) =>
        read(400, { error: 'invalid_scope', ...rest }),
      ),
    ).toEqual(Array.from({ length: 3 }, () => ({ ok: false, failure })));
  });

  it('says whether there was a client secret, but not which', () => {
    const client_secret = 'gX1fBat3bV';
    const parameters = { ...PASSWORD_REQUEST.parameters, client_secret };
    const answer = buildAnswer(401, { error: 'invalid_client', error_description: `Bad ${client_secret}` });
    const reading = readTokenAnswer(answer, { ...PASSWORD_REQUEST, parameters });
    expect(reading).toMatchObject({ failure: { sentClientSecret: true } });
    expect(JSON.stringify(reading)).not.toContain(client_secret);
  });

  it.each(['invalid_client', 'invalid_grant'])('with %s says nothing of a client secret that was not sent', (error) => {
    const { client_secret: _secret, ...parameters } = PASSWORD_REQUEST.parameters;
    const reading = readTokenAnswer(buildAnswer(401, { error }), { ...PASSWORD_REQUEST, parameters });
    const failure = { code: 'refused', status: 401, grant_type: 'password', error };
    expect(reading).toStrictEqual({ ok: false, failure });
  });

  it('says how far the clocks are apart', () => {
    const date = new Date(RECEIVED_AT_MS - 3_600_000).toUTCString();
    const reading = readTokenAnswer({ ...buildAnswer(400, { error: 'invalid_grant' }), date }, PASSWORD_REQUEST);
    expect(reading).toMatchObject({ failure: { clockAheadMs: 3_600_000 } });
  });

  it('is shown without secrets, on one line, and bounded', () => {
    const reading = read(400, { error: 'a\u202E\nb', error_description: `No: ${PASSWORD}\r\n${'x'.repeat(1000)}` });
    const expected = { error: 'a b', error_description: `No: ••• ${'x'.repeat(291)}…` };
    expect(reading.ok ? {} : reading.failure).toMatchObject(expected);
  });
});

describe('whatever the server answers', () => {
  const status = fc.oneof(fc.constantFrom(200, 400, 401, 429, 500), fc.integer({ min: 100, max: 599 }));
  const run = (body: string, status: number, password = PASSWORD) =>
    readTokenAnswer(buildAnswer(status, body, body), {
      ...PASSWORD_REQUEST,
      parameters: { ...PASSWORD_REQUEST.parameters, password },
    });

  it('reading never throws, for any bytes', () => {
    const anyBody = fc.oneof(anyText(), fc.json());
    fc.assert(
      fc.property(anyBody, status, (body, status) => {
        expect(run(body, status)).toHaveProperty('ok');
      }),
    );
  });

  it('no secret of the request is in a failure', () => {
    const secret = sendableText({ minLength: 4 }).filter((text) => !text.includes('•') && text.trim() !== '');
    const word = anyText();
    fc.assert(
      fc.property(
        secret,
        status,
        fc.tuple(word, word),
        fc.constantFrom('error', 'token_type'),
        (password, status, [before, after], name) => {
          const text = before + password + after;
          const body = { access_token: name === 'error' ? undefined : 'x', [name]: text, error_description: text };
          const reading = run(JSON.stringify(body), status, password);
          const shown = reading.ok ? [] : Object.values(reading.failure).filter((value) => typeof value === 'string');
          expect(shown.filter((value) => value.includes(password))).toEqual([]);
        },
      ),
    );
  });

  it('a secret that the server spread over several lines is not put together again', () => {
    const reading = run(
      JSON.stringify({ error: 'invalid_grant', error_description: 'No: my\n\nwords' }),
      400,
      'my words',
    );
    expect(JSON.stringify(reading)).not.toContain('my words');
  });
});
