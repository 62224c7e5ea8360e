import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, buildRealm, FakeXhr, MARK, PAGE_URL, UNARMED_NAVIGATION } from '../testing/fake-realm';
import { armPage } from './arm-page';

/** A new XMLHttpRequest of a page, after the page script. */
function newXhr(navigation = ARMED_NAVIGATION): FakeXhr {
  class XMLHttpRequest extends FakeXhr {}
  armPage(buildRealm({ navigation, XMLHttpRequest }));
  return new XMLHttpRequest();
}
const ME = `${API_ORIGIN}/me`;
const MARKED_ME = `${ME}#kc-${MARK}`;

describe('XMLHttpRequest marks', () => {
  it.each<[string, Parameters<FakeXhr['open']>, unknown[]]>([
    ['a relative URL', ['GET', '/me'], ['GET', MARKED_ME, true]],
    ['a URL object', ['GET', new URL(ME)], ['GET', MARKED_ME, true]],
    ['an asynchronous request', ['GET', '/me', true], ['GET', MARKED_ME, true]],
    ['a synchronous request', ['POST', '/me', false], ['POST', MARKED_ME, false]],
    ['one with an undefined second argument on', ['GET', '/me', undefined], ['GET', MARKED_ME, undefined]],
    ['one without a login', ['GET', '/me', true, undefined, undefined], ['GET', MARKED_ME, true]],
    ['one whose login is null', ['GET', '/me', true, null, null], ['GET', MARKED_ME, true]],
  ])('%s', (_case, args, opened) => {
    const xhr = newXhr();
    xhr.open(...args);
    expect(xhr.opened).toEqual(opened);
  });
});

describe('XMLHttpRequest opens as the page said', () => {
  it.each<[string, Parameters<FakeXhr['open']>]>([
    ['another host', ['GET', 'https://example.com/me', false]],
    ['the token endpoint', ['POST', `${API_ORIGIN}/oauth/token`]],
    ['the revocation endpoint', ['POST', `${API_ORIGIN}/oauth/revoke`]],
    ['a login in the URL', ['GET', 'https://johndoe:A3ddj3w@devsandbox.knetikcloud.com/me']],
    ['a login beside the URL', ['GET', ME, true, 'johndoe', 'A3ddj3w']],
    ['a password beside the URL', ['GET', ME, true, null, 'A3ddj3w']],
  ])('%s', (_case, args) => {
    const xhr = newXhr();
    xhr.open(...args);
    expect(xhr.opened).toEqual(args);
  });

  it('every request of a page that is not armed', () => {
    const xhr = newXhr(UNARMED_NAVIGATION);
    xhr.open('GET', ME);
    expect(xhr.opened).toEqual(['GET', ME]);
  });

  it('and fails as natively for a URL that is none', () => {
    expect(() => newXhr().open('GET', 'https://')).toThrow(TypeError);
  });
});

describe("the page's own Authorization", () => {
  it('opens a marked request again without its mark, with every header so far', () => {
    const xhr = newXhr();
    xhr.open('PUT', '/me', false);
    xhr.setRequestHeader('Accept', 'application/json');
    xhr.setRequestHeader('AUTHORIZATION', 'Bearer own');
    xhr.setRequestHeader('X-A', 'b');
    expect([xhr.opened, xhr.headers]).toEqual([
      ['PUT', ME, false],
      ['Accept: application/json', 'AUTHORIZATION: Bearer own', 'X-A: b'],
    ]);
  });

  it('does so only once for a request', () => {
    const xhr = newXhr();
    xhr.open('GET', '/me');
    xhr.setRequestHeader('Authorization', 'Bearer own');
    xhr.setRequestHeader('Authorization', 'Bearer second');
    expect(xhr.headers).toEqual(['Authorization: Bearer own', 'Authorization: Bearer second']);
  });

  it('does not open a request that was sent already', () => {
    const xhr = newXhr();
    xhr.open('GET', '/me');
    xhr.send();
    expect(() => xhr.setRequestHeader('Authorization', 'Bearer own')).toThrow('invalid state');
    expect([xhr.opened?.[1], xhr.isSent]).toEqual([MARKED_ME, true]);
  });

  it('does not open a request that was not marked', () => {
    const xhr = newXhr();
    xhr.open('GET', '/me');
    xhr.open('GET', 'https://example.com/');
    xhr.setRequestHeader('Authorization', 'Bearer own');
    expect([xhr.opened, xhr.headers]).toEqual([['GET', 'https://example.com/'], ['Authorization: Bearer own']]);
  });

  it('of one request leaves the next one marked', () => {
    const xhr = newXhr();
    xhr.open('GET', '/me');
    xhr.setRequestHeader('Authorization', 'Bearer own');
    xhr.open('GET', '/me');
    xhr.setRequestHeader('X-A', 'b');
    expect([xhr.opened, xhr.headers]).toEqual([['GET', MARKED_ME, true], ['X-A: b']]);
  });
});

describe('while it is being opened a request', () => {
  it("may get the page's own Authorization from a handler", () => {
    const xhr = newXhr();
    xhr.onreadystatechange = () => xhr.setRequestHeader('Authorization', 'Bearer own');
    xhr.open('GET', '/me');
    expect([xhr.opened, xhr.headers]).toEqual([['GET', ME, true], ['Authorization: Bearer own']]);
  });

  it('may be opened anew by a handler, and then is what that made of it', () => {
    const xhr = newXhr();
    xhr.onreadystatechange = () => {
      xhr.onreadystatechange = undefined;
      xhr.open('POST', '/nested');
    };
    xhr.open('GET', '/me');
    xhr.setRequestHeader('Authorization', 'Bearer own');
    expect([xhr.opened, xhr.headers]).toEqual([['POST', `${API_ORIGIN}/nested`, true], ['Authorization: Bearer own']]);
  });

  it('stays what it was when that fails', () => {
    const xhr = newXhr();
    xhr.open('GET', '/me');
    expect(() => xhr.open('GET', 'https://')).toThrow('Invalid URL');
    xhr.setRequestHeader('Authorization', 'Bearer own');
    expect(xhr.opened?.[1]).toBe(ME);
  });
});

it('a URL object that the page changes after opening changes nothing', () => {
  const xhr = newXhr();
  const url = new URL('/me', PAGE_URL);
  xhr.open('GET', url);
  url.search = '?changed';
  xhr.setRequestHeader('Authorization', 'Bearer own');
  expect(xhr.opened?.[1]).toBe(ME);
});

it("turns a header's value into text once", () => {
  let times = 0;
  const xhr = newXhr();
  xhr.open('GET', '/me');
  const value: string = Object.assign(Object.create(null), { toString: () => `${++times}` });
  xhr.setRequestHeader('X-A', value);
  expect([xhr.headers, times]).toEqual([['X-A: 1'], 1]);
});
