import { describe, expect, it } from 'vitest';
import { EMPTY_TOKEN_FORM, type TokenForm } from './token-form';
import type { TokenFailure } from './token-failure';
import type { IssuedToken } from './token-response';
import {
  buildRenewalRequests,
  buildSuccessor,
  buildTrouble,
  getRenewalTimeMs,
  isLoginNeeded,
  isRenewalDue,
} from './renewal';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  ISSUED_TOKEN,
  PASSWORD_FORM,
  PASSWORD_REQUEST,
  RECEIVED_AT_MS,
  REFRESH_TOKEN,
} from '../testing/examples';

const SECOND = 1000;
const { refresh_token: _refresh, ...withoutRefresh } = ISSUED_TOKEN;
const lasting = (seconds: number): IssuedToken => ({
  ...ISSUED_TOKEN,
  expiresAtMs: RECEIVED_AT_MS + seconds * SECOND,
});
const { expiresAtMs: _end, ...endless } = ISSUED_TOKEN;
const dns: TokenFailure = { code: 'dns' };

describe('a token is renewed', () => {
  it.each([
    ['a minute before the end of an hour', 3600, 3540],
    ['a tenth before the end of a short life', 100, 90],
    ['a minute before the end of 68 years', 2_145_660_769, 2_145_660_709],
    ['not more often than every four seconds', 1, 4],
  ])('%s', (_case, lifetimeSeconds, afterSeconds) => {
    expect(getRenewalTimeMs(lasting(lifetimeSeconds))).toBe(RECEIVED_AT_MS + afterSeconds * SECOND);
  });

  it.each([
    ['whose end nobody knows', endless],
    ['that was over when it came', lasting(0)],
  ])('never when it is one %s', (_case, token) => {
    expect(getRenewalTimeMs(token)).toBeUndefined();
    expect(isRenewalDue(token, RECEIVED_AT_MS + 1e12)).toBe(false);
  });

  it('only after its end when the server gives no other before', () => {
    expect(getRenewalTimeMs({ ...lasting(60), isLastUntilExpiry: true })).toBe(RECEIVED_AT_MS + 60_500);
  });

  it('at once when the clock was set back, since nothing can be known then', () => {
    expect(isRenewalDue(ISSUED_TOKEN, RECEIVED_AT_MS - 24 * 3600 * SECOND)).toBe(true);
    expect(isRenewalDue(ISSUED_TOKEN, RECEIVED_AT_MS - 60 * SECOND)).toBe(false);
    expect(isRenewalDue(endless, RECEIVED_AT_MS - 24 * 3600 * SECOND)).toBe(false);
  });

  it('when its time has come or is long past', () => {
    const due = [3539, 3540, 1e6].map((seconds) => isRenewalDue(ISSUED_TOKEN, RECEIVED_AT_MS + seconds * SECOND));
    expect(due).toEqual([false, true, true]);
  });
});

describe('the requests of a renewal', () => {
  const refresh = { grant_type: 'refresh_token', client_id: CLIENT_ID, refresh_token: REFRESH_TOKEN };
  const readParameters = (token: IssuedToken) => buildRenewalRequests(token).map(({ parameters }) => parameters);

  it('are the refresh grant, with the secret of a private client, and then the original grant', () => {
    expect(readParameters({ ...ISSUED_TOKEN, login: PASSWORD_FORM })).toEqual([
      { ...refresh, client_secret: CLIENT_SECRET },
      PASSWORD_REQUEST.parameters,
    ]);
  });

  it('are the refresh grant alone when the login is not kept, or was a refresh itself', () => {
    const login: TokenForm = {
      ...EMPTY_TOKEN_FORM,
      grant: 'refresh_token',
      refresh_token: 'typed',
      client_id: CLIENT_ID,
    };
    expect(readParameters(ISSUED_TOKEN)).toEqual([refresh]);
    expect(readParameters({ ...ISSUED_TOKEN, login })).toEqual([refresh]);
  });

  it('are the original grant alone without a refresh token, and none without either', () => {
    expect(readParameters({ ...withoutRefresh, login: PASSWORD_FORM })).toEqual([PASSWORD_REQUEST.parameters]);
    expect(readParameters(withoutRefresh)).toEqual([]);
  });
});

describe('after a failure the next try', () => {
  const delays = (failure: TokenFailure, random: number) => {
    let token = ISSUED_TOKEN;
    return Array.from({ length: 12 }, () => {
      token = { ...token, renewal: buildTrouble(failure, token, 0, random) };
      return token.renewal?.retryAtMs;
    });
  };

  it('comes after a second, then two, … at most five minutes', () => {
    const grown = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * SECOND);
    expect(delays(dns, 0.999_999).map((ms) => Math.round((ms ?? 0) / SECOND) * SECOND)).toEqual(grown);
  });

  it('comes up to half of that sooner, by chance', () => {
    expect(delays(dns, 0).slice(0, 3)).toEqual([500, 1000, 2000]);
  });

  it('never comes sooner than the server asked', () => {
    const limited: TokenFailure = { code: 'rate-limited', status: 429, retryAfterSeconds: 30 };
    expect(delays(limited, 0)[0]).toBe(30 * SECOND);
  });

  it.each<Parameters<typeof buildTrouble>[0]>([
    { code: 'not-renewable' },
    { code: 'refused', status: 400, grant_type: 'password', error: 'invalid_grant' },
  ])('does not come when only a login helps ($code), but a token is held to be good until its end', (failure) => {
    const atItsEndMs = RECEIVED_AT_MS + 3540 * SECOND;
    const renewal = buildTrouble(failure, ISSUED_TOKEN, atItsEndMs, 0);
    expect(renewal).not.toHaveProperty('retryAtMs');
    expect([isLoginNeeded({ ...ISSUED_TOKEN, renewal }), isLoginNeeded(ISSUED_TOKEN)]).toEqual([true, false]);

    const early = buildTrouble(failure, ISSUED_TOKEN, atItsEndMs - 1, 0);
    expect([early.retryAtMs, isLoginNeeded({ ...ISSUED_TOKEN, renewal: early })]).toEqual([atItsEndMs, false]);
  });
});

describe('a renewed token', () => {
  const bare: IssuedToken = { ...withoutRefresh, grant_type: 'refresh_token', access_token: 'new' };
  const old: IssuedToken = { ...ISSUED_TOKEN, login: PASSWORD_FORM, renewal: buildTrouble(dns, ISSUED_TOKEN, 0, 0) };

  it('keeps what a refresh does not repeat, and forgets the trouble there was', () => {
    const { scope: _scope, username: _username, ...answered } = bare;
    expect(buildSuccessor(answered, old)).toEqual({ ...ISSUED_TOKEN, access_token: 'new', login: PASSWORD_FORM });
  });

  it('has nothing that neither the old one nor the answer has', () => {
    const { scope: _scope, username: _username, ...answered } = bare;
    expect(buildSuccessor(answered, { ...answered, access_token: 'old' })).toStrictEqual(answered);
  });

  it('has the rotated refresh token', () => {
    expect(buildSuccessor({ ...bare, refresh_token: 'rotated' }, old).refresh_token).toBe('rotated');
  });

  it('loses a refresh token that was refused before the original grant was asked', () => {
    expect(buildSuccessor({ ...bare, grant_type: 'password' }, old)).not.toHaveProperty('refresh_token');
  });

  it('is known to be the same one again', () => {
    const same = { ...bare, access_token: ISSUED_TOKEN.access_token };
    expect([buildSuccessor(same, old), buildSuccessor(bare, old)].map((token) => token.isLastUntilExpiry)).toEqual([
      true,
      undefined,
    ]);
  });
});
