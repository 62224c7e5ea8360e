import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../testing/any-text';
import { API_ORIGIN } from '../testing/examples';
import { MARK, PAGE_URL } from '../testing/fake-realm';
import { buildMark, buildMarkFilter, markUrl } from './mark';

/** How Chromium matches a case-sensitive `urlFilter`: `|` anchors, `*` is anything, the rest is literal. */
function matchesFilter(filter: string, url: string): boolean {
  const middle = filter
    .slice(1, -1)
    .split('*')
    .map((part) => RegExp.escape(part))
    .join('.*');
  return filter.startsWith('|') && filter.endsWith('|') && new RegExp(`^${middle}$`, 's').test(url);
}

const filter = buildMarkFilter(API_ORIGIN, MARK);
const isMarked = (url: string): boolean => matchesFilter(filter, new URL(url, PAGE_URL).href);

describe('a mark', () => {
  it('is 128 random bits in hexadecimal', () => {
    expect(buildMark((bytes) => bytes.set([...bytes.keys()]))).toBe(MARK);
  });

  it.each([
    ['at the end of a path', '/me', `/me#kc-${MARK}`],
    ['behind the query', '/me?a=b', `/me?a=b#kc-${MARK}`],
    ["behind the page's own fragment", '/me#x', `/me#xkc-${MARK}`],
    ['in an empty URL', '', `#kc-${MARK}`],
    ['before nothing, not even white space', '/me \n', `/me#kc-${MARK}`],
  ])('is put %s', (_case, url, marked) => {
    expect(markUrl(url, MARK)).toBe(marked);
  });
});

describe('a marked URL', () => {
  const part = anyText({ maxLength: 8 });
  const url = fc
    .tuple(
      fc.constantFrom('', '/', './', '../', API_ORIGIN, `${API_ORIGIN}/`, '?', '#', ' '),
      part,
      fc.constantFrom('', '#', ' ', '\n'),
      part,
    )
    .map((parts) => parts.join(''))
    .filter((text) => URL.canParse(text, PAGE_URL) && new URL(text, PAGE_URL).origin === API_ORIGIN);

  it('leads where it led unmarked, and the browser recognizes it', () => {
    fc.assert(
      fc.property(url, (text) => {
        const [plain, marked] = [text, markUrl(text, MARK)].map((each) => new URL(each, PAGE_URL).href);
        expect(marked?.replace(/#.*/s, '')).toBe(plain?.replace(/#.*/s, ''));
        expect(isMarked(markUrl(text, MARK))).toBe(true);
      }),
    );
  });

  it.each([
    ['an unmarked URL', `${API_ORIGIN}/me`],
    ['another mark', markUrl(`${API_ORIGIN}/me`, MARK.replace('0f', '0e'))],
    ['a mark that something follows', markUrl(`${API_ORIGIN}/me`, `${MARK}0`)],
    ['a mark in the query', `${API_ORIGIN}/me?kc-${MARK}`],
    ['another host that begins alike', markUrl(`${API_ORIGIN}.example/me`, MARK)],
    ['another port', markUrl(`${API_ORIGIN}:8443/me`, MARK)],
    ['a subdomain', markUrl('https://app.devsandbox.knetikcloud.com/me', MARK)],
    ['the API in the query of another host', markUrl(`https://example.com/?${API_ORIGIN}/me`, MARK)],
  ])('is not %s', (_case, text) => {
    expect(isMarked(text)).toBe(false);
  });
});
