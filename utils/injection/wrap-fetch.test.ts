import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, buildRealm, MARK } from '../testing/fake-realm';
import { openArmedPage, openPage, toRequest } from '../testing/fetching-page';
import { armPage } from './arm-page';
import { ARMING_EVENT } from './arming';

const ME = `${API_ORIGIN}/me`;

describe('fetch marks', () => {
  it.each([
    ['a relative URL', '/me', '/me'],
    ['an absolute URL', ME, ME],
    ['a URL object', new URL(ME), ME],
    ['a Request', new Request(ME), ME],
    ["a URL with the page's own fragment", '/me#x', '/me#x'],
  ])('%s to the API', (_case, input, url) => {
    const [sent] = openArmedPage().call(input);
    expect(sent).toBe(`${url}${url.includes('#') ? '' : '#'}kc-${MARK}`);
  });

  it('and hands on the answer of the native function', async () => {
    const { realm, answer } = openArmedPage();
    expect(await realm.fetch('/me')).toBe(await answer);
  });

  it('a call without an object in front of it', () => {
    const { realm, calls } = openArmedPage();
    void Reflect.apply(realm.fetch, undefined, ['/me']);
    expect(calls[0]?.args[0]).toBe(`/me#kc-${MARK}`);
  });

  it('and keeps method, headers and body of an init', async () => {
    const init = { method: 'PUT', headers: [['X-A', 'b']], body: 'c=d', credentials: 'include' };
    const sent = toRequest(openArmedPage().call('/me', init));
    expect([sent.method, sent.headers.get('x-a'), await sent.text(), sent.credentials, sent.url]).toEqual([
      'PUT',
      'b',
      'c=d',
      'include',
      `${ME}#kc-${MARK}`,
    ]);
  });

  it.each<[string, RequestInit[]]>([
    ['has', []],
    ['has, as changed by an init', [{ method: 'PATCH', headers: { 'X-C': 'd' } }]],
  ])('and keeps what a Request %s', (_case, inits) => {
    const request = new Request(ME, {
      method: 'DELETE',
      headers: { 'X-A': 'b' },
      redirect: 'error',
      referrerPolicy: 'origin',
    });
    const native = new Request(request, ...inits);
    const sent = toRequest(openArmedPage().call(request, ...inits));
    const read = ({ method, headers, redirect, referrerPolicy }: Request) => [
      method,
      [...headers],
      redirect,
      referrerPolicy,
    ];
    expect([sent.url, ...read(sent)]).toEqual([`${ME}#kc-${MARK}`, ...read(native)]);
  });

  it('a Request with a body, which is copied so that it is no streaming upload', async () => {
    const { realm, calls } = openArmedPage();
    await realm.fetch(new Request(ME, { method: 'POST', body: 'päss', headers: { 'Content-Type': 'text/x' } }));
    const { args = [] } = calls[0] ?? {};
    expect(Reflect.get(Object(args[1]), 'body')).toBeInstanceOf(Blob);
    const sent = toRequest(args);
    expect([sent.url, sent.method, sent.headers.get('content-type'), await sent.text()]).toEqual([
      `${ME}#kc-${MARK}`,
      'POST',
      'text/x',
      'päss',
    ]);
  });

  it('and keeps the names of headers as the page wrote them, in its order, for servers that care', () => {
    const headers = [
      ['X-B', '1'],
      ['X-A', '2'],
      ['x-b', '3'],
    ];
    expect(openArmedPage().call('/me', { headers })[1]).toHaveProperty('headers', headers);
  });

  it('and what a frozen init has', async () => {
    const sent = openArmedPage().call('/me', Object.freeze({ method: 'POST', headers: { 'X-A': 'b' }, body: 'c' }));
    expect([sent[0], await toRequest(sent).text()]).toEqual([`/me#kc-${MARK}`, 'c']);
  });

  it('after reading each member of an init once, in the order of the native function', () => {
    const readBy = (use: (init: object) => unknown) => {
      const read: unknown[] = [];
      use(new Proxy({}, { get: (_target, name) => void read.push(name) }));
      return read;
    };
    const readNatively = readBy((init) => new Request(ME, init));
    expect(readBy((init) => openArmedPage().call('/me', init))).toEqual(readNatively);
    expect(readNatively).toContain('headers');
  });
});

describe("fetch leaves the page's own Authorization alone", () => {
  const own = { authorization: 'Bearer own' };
  it.each<[string, unknown, unknown]>([
    ['in an object', '/me', { headers: own }],
    ['in a list', '/me', { headers: [['AUTHORIZATION', 'Bearer own']] }],
    ['in Headers', '/me', { headers: new Headers(own) }],
    ['in a Request', new Request(ME, { headers: own }), undefined],
    ['in an init beside a Request', new Request(ME), { headers: own }],
  ])('%s', (_case, input, init) => {
    const sent = toRequest(openArmedPage().call(input, init));
    expect([sent.url, sent.headers.get('authorization')]).toEqual([ME, 'Bearer own']);
  });
});

describe('fetch hands the very same arguments to the native function', () => {
  const explode = new Proxy({}, { get: () => expect.unreachable('a getter of the page throws') });
  const text = { toString: () => expect.unreachable('was turned into text') };
  it.each<[string, unknown[]]>([
    ['for another host', ['https://example.com/', { method: 'POST' }]],
    ['for a Request to another host', [new Request('https://example.com/'), { method: 'POST' }]],
    ['for the token endpoint', ['/oauth/token', { method: 'POST', body: 'a=b' }]],
    ['for the revocation endpoint', [`${API_ORIGIN}/oauth/revoke`]],
    ['for a URL with a login', ['https://johndoe:A3ddj3w@devsandbox.knetikcloud.com/me']],
    ['for a URL that is none', ['https://']],
    ['for an object that is no URL', [text]],
    ['for nothing', []],
    ['for an init that is no object', ['/me', 42]],
    ['for an init that explodes', ['/me', explode]],
    ['for an init that a Request refuses', [new Request(ME), { method: 'no method' }]],
  ])('%s', (_case, args) => {
    const sent = openArmedPage().call(...args);
    expect(sent).toHaveLength(args.length);
    for (const [index, arg] of args.entries()) expect(sent[index]).toBe(arg);
  });

  it('when it is called on something that is no window', () => {
    const { realm, calls } = openArmedPage();
    const self = {};
    const args = ['/me', {}];
    void Reflect.apply(realm.fetch, self, args);
    expect([calls[0]?.self, ...(calls[0]?.args ?? [])].every((each, index) => each === [self, ...args][index])).toBe(
      true,
    );
  });
});

describe('fetch leaves alone, and hands to the native function at once,', () => {
  const body = { method: 'POST', body: 'last words' };
  it.each<[string, unknown[]]>([
    ['a Request with a body that must outlive the page', [new Request(ME, { ...body, keepalive: true })]],
    ['a Request that is aborted', [new Request(ME, { ...body, signal: AbortSignal.abort() })]],
    ['a URL whose signal is aborted', [ME, { ...body, signal: AbortSignal.abort() }]],
  ])('%s', async (_case, args) => {
    const sent = toRequest(openArmedPage().call(...args));
    expect([sent.url, sent.method, await sent.text()]).toEqual([ME, 'POST', 'last words']);
  });

  it('a Request that was used, which it refuses', async () => {
    const used = new Request(ME, body);
    await used.text();
    expect(openArmedPage().call(used)).toEqual([used]);
  });
});

describe('while it is not known whether the page is armed, fetch waits', () => {
  const tell = (realm: Window) =>
    realm.performance.dispatchEvent(new CustomEvent(ARMING_EVENT, { detail: `${MARK} ${API_ORIGIN}` }));

  it('and marks when the relay says so', async () => {
    const { realm, calls } = openPage();
    const answer = realm.fetch('/me');
    expect(calls).toEqual([]);
    tell(realm);
    await answer;
    expect(calls[0]?.args[0]).toBe(`/me#kc-${MARK}`);
  });

  it('and sends the request unmarked when the relay says that it is not', async () => {
    const { realm, calls } = openPage();
    const answer = realm.fetch('/me', { method: 'POST' });
    realm.performance.dispatchEvent(new CustomEvent(ARMING_EVENT, { detail: '' }));
    await answer;
    expect(calls.map(({ args }) => toRequest(args))).toMatchObject([{ method: 'POST', url: ME }]);
  });

  it.each([
    ['to another host', 'https://example.com/', {}],
    ["with the page's own Authorization", '/me', { headers: { authorization: 'Bearer own' } }],
  ])('but not with a request %s', (_case, url, init) => {
    expect(openPage().call(url, init)[0]).toBe(url);
  });
});

it('a document of an opaque origin keeps its native functions', () => {
  const realm = buildRealm({ origin: 'null', navigation: ARMED_NAVIGATION, fetch });
  armPage(realm);
  expect(realm.fetch).toBe(fetch);
});
