import { expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { MARK } from '../testing/fake-realm';
import { markUrl } from './mark';
import { isRejectedXhr } from './rejection';

const rejected = { name: markUrl(`${API_ORIGIN}/me`, MARK), initiatorType: 'xmlhttprequest', responseStatus: 401 };

it.each([
  ['a marked XMLHttpRequest that was answered with 401', {}, true],
  ['one that was answered otherwise', { responseStatus: 403 }, false],
  ['a fetch, which asks for itself', { initiatorType: 'fetch' }, false],
  ["one with the page's own Authorization", { name: `${API_ORIGIN}/me` }, false],
  ['one with another mark', { name: markUrl(`${API_ORIGIN}/me`, 'f00d') }, false],
])('the relay asks for a renewal after %s: %o', (_case, part, isRejected) => {
  expect(isRejectedXhr({ ...rejected, ...part }, MARK)).toBe(isRejected);
});
