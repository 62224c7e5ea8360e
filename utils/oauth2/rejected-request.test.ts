import { describe, expect, it } from 'vitest';
import { ACCESS_TOKEN, ISSUED_TOKEN, RECEIVED_AT_MS } from '../testing/examples';
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
      { renewAtMs: at(10) },
      { renewAtMs: at(10) },
    ]);
  });

  it('renews a token of a short life at the end of it', () => {
    const token = { ...ISSUED_TOKEN, expiresAtMs: at(5) };
    expect(judgeRejection(token, { sentAtMs: at(5) }, at(5))).toEqual({ renewAtMs: at(4.5) });
  });

  it('waits for a renewal that is tried again soon, but hastens none', () => {
    const judge = (retryAtMs?: number) => judgeRejection(failed(retryAtMs), { sentAtMs: at(60) }, at(60));
    expect([judge(at(59)), judge(at(90)), judge(at(91)), judge()]).toEqual([
      { renewAtMs: at(59) },
      { renewAtMs: at(90) },
      'final',
      'final',
    ]);
  });
});
