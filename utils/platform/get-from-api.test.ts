import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ACCESS_TOKEN, API_ORIGIN } from '../testing/examples';
import { installNetworkErrors, installPermissions } from '../testing/fake-apis';
import { getFromApi } from './get-from-api';

const ME = `${API_ORIGIN}/me`;

let requests: Request[];
let answer: () => Response;
beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { onLine: true });
  installNetworkErrors();
  installPermissions([`${API_ORIGIN}/*`]);
  requests = [];
  answer = () => new Response('{"client_id":"knetik"}');
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push(new Request(url, init));
    return answer();
  });
});

describe('a call of the API', () => {
  it('carries the token, and nothing else of the user', async () => {
    expect(await getFromApi(ME, ACCESS_TOKEN)).toMatchObject({
      ok: true,
      answer: { status: 200, body: '{"client_id":"knetik"}' },
    });
    const [{ url, method, credentials, redirect, referrerPolicy, cache, headers } = new Request(ME)] = requests;
    expect({ url, method, credentials, redirect, referrerPolicy, cache }).toEqual({
      url: ME,
      method: 'GET',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect([...headers]).toEqual([
      ['accept', 'application/json'],
      ['authorization', `Bearer ${ACCESS_TOKEN}`],
    ]);
  });

  it('is not read beyond 64 kB', async () => {
    answer = () => new Response('x'.repeat(64 * 1024 + 1));
    expect(await getFromApi(ME, ACCESS_TOKEN)).toEqual({ ok: false, code: 'too-large' });
  });

  it('does not follow a redirect', async () => {
    answer = () => Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' } });
    expect(await getFromApi(ME, ACCESS_TOKEN)).toEqual({ ok: false, code: 'redirected' });
  });

  it('that fails never tells the token', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    answer = () => {
      throw new TypeError(`Failed to fetch with ${ACCESS_TOKEN}`);
    };
    expect(await getFromApi(ME, ACCESS_TOKEN)).toEqual({ ok: false, code: 'offline' });
  });
});

describe('the token goes nowhere', () => {
  it.each([
    ['in clear', 'http://devsandbox.knetikcloud.com/me', 'not-confidential'],
    ['without the permission for the host', 'https://api.example/me', 'no-host-permission'],
  ])('%s', async (_case, url, code) => {
    expect(await getFromApi(url, ACCESS_TOKEN)).toEqual({ ok: false, code });
    expect(requests).toEqual([]);
  });

  it('that the team’s policy does not allow', async () => {
    await fakeBrowser.storage.managed.set({ allowed_hosts: ['other.example'] });
    expect(await getFromApi(ME, ACCESS_TOKEN)).toEqual({ ok: false, code: 'not-allowed' });
    expect(requests).toEqual([]);
  });
});
