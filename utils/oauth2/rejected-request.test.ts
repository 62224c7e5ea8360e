import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, ISSUED_TOKEN, PASSWORD_FORM, RECEIVED_AT_MS } from '../testing/examples';
import { judgeRejection } from './rejected-request';
import type { IssuedToken } from './token-response';

const SECOND = 1000;
const at = (seconds: number) => RECEIVED_AT_MS + seconds * SECOND;
const failed = (retryAtMs?: number): IssuedToken => ({
  ...ISSUED_TOKEN,
  renewal: { failure: { code: 'dns' }, attempts: 1, ...(retryAtMs !== undefined && { retryAtMs }) },
});
const { expiresAtMs: _end, ...endless } = ISSUED_TOKEN;

describe('a request that was rejected', () => {
  it.each([
    ['before this token came', { sentAtMs: at(-60) }],
    ['when this token had come but was hardly in force', { sentAtMs: at(0.9) }],
    ['with another token', { access_token: 'another' }],
  ])('%s is worth sending again as it is', (_case, request) => {
    expect(judgeRejection(ISSUED_TOKEN, request, at(1))).toBe('superseded');
  });

  it('before this token came is not when that is the same as before', () => {
    expect(judgeRejection({ ...ISSUED_TOKEN, isLastUntilExpiry: true }, { sentAtMs: at(-60) }, at(1))).toBe('final');
  });

  it.each<[string, IssuedToken]>([
    ['ten seconds after it came', ISSUED_TOKEN],
    ['whose end nobody knows, ten seconds after it came', endless],
    ['that the server gave twice, ten seconds after it came', { ...ISSUED_TOKEN, isLastUntilExpiry: true }],
  ])('renews a token %s, and not before', (_case, token) => {
    const request = { access_token: ACCESS_TOKEN };
    expect([9.999, 10, 1e6].map((seconds) => judgeRejection(token, request, at(seconds)))).toEqual([
      'final',
      { inMs: 0 },
      { inMs: 0 },
    ]);
  });

  it('renews a token of a short life at the end of it', () => {
    const token = { ...ISSUED_TOKEN, expiresAtMs: at(5) };
    expect([4, 5].map((seconds) => judgeRejection(token, { sentAtMs: at(seconds) }, at(seconds)))).toEqual([
      'final',
      { inMs: 0 },
    ]);
  });

  it('renews at once when the clock was set back, as nothing can be known from times then', () => {
    expect(judgeRejection(ISSUED_TOKEN, { sentAtMs: at(-3600) }, at(-3600))).toEqual({ inMs: 0 });
  });

  it.each([
    ['a minute behind is a clock that differs', -60, 'superseded'],
    ['more than that was set back', -60.001, { inMs: 0 }],
  ])('%s', (_case, seconds, verdict) => {
    expect(judgeRejection(ISSUED_TOKEN, { sentAtMs: at(-61) }, at(seconds))).toEqual(verdict);
  });

  it('counts for this token from a second after it came', () => {
    const token = { ...ISSUED_TOKEN, expiresAtMs: at(5) };
    expect([0.999, 1].map((seconds) => judgeRejection(token, { sentAtMs: at(seconds) }, at(5)))).toEqual([
      'superseded',
      { inMs: 0 },
    ]);
  });

  it('renews nothing when there is nothing to renew with, which is no reason to ask for a login', () => {
    const { refresh_token: _refresh, ...bare } = ISSUED_TOKEN;
    const judge = (token: IssuedToken) => judgeRejection(token, { sentAtMs: at(60) }, at(60));
    expect([judge(bare), judge({ ...bare, login: PASSWORD_FORM })]).toEqual(['final', { inMs: 0 }]);
  });

  it('waits for a renewal that is tried again soon, but hastens none', () => {
    const judge = (retryAtMs?: number) => judgeRejection(failed(retryAtMs), { sentAtMs: at(60) }, at(60));
    expect([judge(at(59)), judge(at(90)), judge(at(91)), judge()]).toEqual([
      { inMs: 0 },
      { inMs: 30_000 },
      'final',
      'final',
    ]);
  });
});
