import { describe, expect, it } from 'vitest';
import { buildAnswer, PASSWORD_REQUEST } from '../testing/examples';
import { readTokenAnswer } from './token-response';

describe.each([
  [429, 'rate-limited'],
  [503, 'unavailable'],
])('a %i says when to try again', (status, code) => {
  it.each([
    ['in seconds', '120', 120],
    ['as a date', 'Sun, 01 Nov 2026 12:01:30 GMT', 90],
    ['as a date that is past', 'Sun, 01 Nov 2026 11:00:00 GMT', 0],
    ['not at all', undefined, undefined],
    ['in a way that nobody understands', 'soon', undefined],
    ['with a unit', '120 s', undefined],
    ['as a date of another kind', '1 Nov 2026 12:01:30 GMT', undefined],
    ['as a negative number', '-5', undefined],
    ['in more seconds than a day has', '9'.repeat(400), 86_400],
  ])('%s', (_case, retryAfter, seconds) => {
    const reading = readTokenAnswer(buildAnswer(status, '', retryAfter), PASSWORD_REQUEST);
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
    expect(reading).toStrictEqual({ ok: false, failure: { code, status, ...wait } });
  });
});
