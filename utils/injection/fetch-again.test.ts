import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, MARK } from '../testing/fake-realm';
import { openPage, toRequest } from '../testing/fetching-page';
import { REJECTED_EVENT, RENEWED_EVENT } from './rejection';

const ME = `${API_ORIGIN}/me`;

describe('when the token was rejected, fetch', () => {
  /** An armed page whose first request is answered with 401, and what the relay was told and answers. */
  const openRejectedPage = (isRenewed: boolean, rejections = 1) => {
    const page = openPage(ARMED_NAVIGATION, rejections);
    const told: unknown[] = [];
    page.realm.performance.addEventListener(REJECTED_EVENT, (event) => {
      told.push(event instanceof CustomEvent && event.detail);
      page.realm.performance.dispatchEvent(new CustomEvent(RENEWED_EVENT, { detail: isRenewed ? 'yes' : '' }));
    });
    return { ...page, told };
  };

  it.each<[string, unknown[]]>([
    ['a URL', ['/me']],
    ['an init', ['/me', { method: 'DELETE', headers: { 'X-A': 'b' } }]],
    ['text', ['/me', { method: 'PUT', body: 'c=d' }]],
    ['a buffer', ['/me', { method: 'POST', body: new Uint8Array([1, 2]) }]],
    ['a blob', ['/me', { method: 'POST', body: new Blob(['x']) }]],
    ['a Request with a body', [new Request(ME, { method: 'POST', body: 'päss' })]],
  ])('sends %s once more after a renewal', async (_case, args) => {
    const { realm, calls, told } = openRejectedPage(true);
    const response: Response = await Reflect.apply(realm.fetch, realm, args);
    const [first, second] = calls.map((call) => toRequest(call.args));
    expect([response.status, calls.length, told]).toEqual([200, 2, [expect.any(Number)]]);
    expect([second?.url, second?.method, second?.headers.get('x-a'), await second?.text()]).toEqual([
      `${ME}#kc-${MARK}`,
      first?.method,
      first?.headers.get('x-a'),
      await first?.text(),
    ]);
  });

  it('sends a body as it was, whatever the page made of it since', async () => {
    const { realm, calls } = openRejectedPage(true);
    const body = new TextEncoder().encode('before');
    const answer = realm.fetch('/me', { method: 'POST', body });
    body.set(new TextEncoder().encode('after!'));
    await answer;
    expect(await toRequest(calls[1]?.args ?? []).text()).toBe('before');
  });

  it('hands on the 401 when there is no other token', async () => {
    const { realm, calls } = openRejectedPage(false);
    const response = await realm.fetch('/me');
    expect([response.status, await response.text(), calls.length]).toEqual([401, 'rejected', 1]);
  });

  it('hands on the second 401 without asking again', async () => {
    const { realm, calls, told } = openRejectedPage(true, 2);
    const response = await realm.fetch('/me');
    expect([response.status, calls.length, told.length]).toEqual([401, 2, 1]);
  });

  it.each<[string, unknown[]]>([
    ['a request with an Authorization of its own', ['/me', { headers: { authorization: 'Bearer own' } }]],
    ['a request to another host', ['https://example.com/']],
  ])('does not send %s again', async (_case, args) => {
    const { realm, calls, told } = openRejectedPage(true);
    const response: Response = await Reflect.apply(realm.fetch, realm, args);
    expect([response.status, calls.length, told]).toEqual([401, 1, []]);
  });

  it('does not send a stream again, which is used up', async () => {
    const body = new Blob(['x']).stream();
    const { realm, calls, told } = openRejectedPage(true);
    const answer = realm.fetch('/me', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect([(await answer).status, calls.length, told]).toEqual([401, 1, []]);
  });
});
