import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { API_ORIGIN, RECEIVED_AT_MS } from '../testing/examples';
import { installNetworkErrors, installPermissions } from '../testing/fake-apis';
import { postForm } from './post-form';

const TOKEN_ENDPOINT = `${API_ORIGIN}/oauth/token`;
const PASSWORD = 'pä+ss &w=rd%';
const parameters = { grant_type: 'password', username: 'johndoe', password: PASSWORD };
const post = (url = TOKEN_ENDPOINT, cancel = new AbortController().signal) => postForm(url, parameters, cancel);

/** Replaces the network; `requests` are those that left. */
function installNetwork(answer: (request: Request) => Response | Promise<Response>): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    const request = new Request(url, init);
    requests.push(request);
    return answer(request);
  });
  return requests;
}

/** An answer that never comes; giving the request up is all that ends it. */
const never = ({ signal }: Request) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** An answer that goes on and on; `sent` says how many 1 kB pieces were asked for. */
function buildEndlessAnswer() {
  const world = { sent: 0, isStopped: false };
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      world.sent++;
      stream.enqueue(new Uint8Array(1024).fill(120));
    },
    cancel() {
      world.isStopped = true;
    },
  });
  return { world, response: new Response(body) };
}

let networkErrors = installNetworkErrors();
beforeEach(() => {
  vi.useFakeTimers({ now: RECEIVED_AT_MS });
  vi.stubGlobal('navigator', { onLine: true });
  networkErrors = installNetworkErrors();
  installPermissions([`${API_ORIGIN}/*`, 'http://localhost/*']);
});
afterEach(async () => {
  vi.useRealTimers();
  await fakeBrowser.storage.managed.clear();
});

describe('a form that is posted', () => {
  it('carries its parameters in the body, encoded so that a password survives', async () => {
    const [request] = await requestsOf(post);
    expect(request?.method).toBe('POST');
    expect(request?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded\b/);
    expect(await request?.text()).toBe('grant_type=password&username=johndoe&password=p%C3%A4%2Bss+%26w%3Drd%25');
  });

  it('takes along nothing but that: no cookies, no referrer, no cache, no query, no authorization', async () => {
    const [request] = await requestsOf(post);
    const { credentials, referrerPolicy, cache, redirect, url } = request ?? new Request(API_ORIGIN);
    expect({ credentials, referrerPolicy, cache, redirect, url }).toEqual({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      url: TOKEN_ENDPOINT,
    });
    expect([...(request?.headers.keys() ?? [])]).toEqual(['accept', 'content-type']);
    expect(request?.headers.get('accept')).toBe('application/json');
  });

  it('may go to loopback without encryption', async () => {
    expect(await requestsOf(() => post('http://localhost:8080/oauth/token'))).toHaveLength(1);
  });

  async function requestsOf(ask: () => Promise<unknown>): Promise<Request[]> {
    const requests = installNetwork(() => new Response('{}'));
    await ask();
    return requests;
  }
});

describe('an answer', () => {
  it.each([200, 204, 400, 401, 429, 500])('with status %i is read to its end', async (status) => {
    const body = status === 204 ? null : '{"error":"x"}';
    installNetwork(() => new Response(body, { status, headers: { 'retry-after': '30' } }));
    const answer = { status, body: body ?? '', retryAfter: '30', receivedAtMs: RECEIVED_AT_MS };
    await expect(post()).resolves.toEqual({ ok: true, answer });
  });

  it('is put together from its pieces, also where they cut a letter in two', async () => {
    const pieces = [[0x61, 0xc3], [0xa4, 0xe2], [0x82], [0xac]];
    const start = (stream: ReadableStreamDefaultController) => {
      for (const bytes of pieces) stream.enqueue(new Uint8Array(bytes));
      stream.close();
    };
    installNetwork(() => new Response(new ReadableStream({ start })));
    await expect(post()).resolves.toEqual({
      ok: true,
      answer: { status: 200, body: 'aä€', receivedAtMs: RECEIVED_AT_MS },
    });
  });

  it('of exactly 64 kB is read', async () => {
    installNetwork(() => new Response('x'.repeat(64 * 1024)));
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  it('of more than that is given up, and the rest is not downloaded', async () => {
    const { world, response } = buildEndlessAnswer();
    installNetwork(() => response);
    await expect(post()).resolves.toEqual({ ok: false, code: 'too-large' });
    expect(world.isStopped).toBe(true);
    expect(world.sent).toBeLessThan(70);
  });

  it('that sends the form elsewhere is not followed', async () => {
    installNetwork(() =>
      Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 } }),
    );
    await expect(post()).resolves.toEqual({ ok: false, code: 'redirected' });
  });
});

describe('nothing is sent', () => {
  it.each([
    ['over http', 'http://devsandbox.knetikcloud.com/oauth/token', 'not-confidential'],
    ['to a host that the extension has no permission for', 'https://example.com/oauth/token', 'no-host-permission'],
  ])('%s', async (_case, url, code) => {
    const requests = installNetwork(() => new Response('{}'));
    await expect(post(url)).resolves.toEqual({ ok: false, code });
    expect(requests).toEqual([]);
  });

  it('to a host that the team’s policy does not allow', async () => {
    await fakeBrowser.storage.managed.set({ allowed_hosts: ['other.example'] });
    const requests = installNetwork(() => new Response('{}'));
    await expect(post()).resolves.toEqual({ ok: false, code: 'not-allowed' });
    expect(requests).toEqual([]);
  });
});

describe('a request that fails', () => {
  const timeout = () => {
    const controller = new AbortController();
    const spy = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
    return { spy, expire: () => controller.abort(new DOMException('signal timed out', 'TimeoutError')) };
  };

  it('for want of an answer within 15 seconds says so', async () => {
    const { spy, expire } = timeout();
    installNetwork((request) => (queueMicrotask(expire), never(request)));
    await expect(post()).resolves.toEqual({ ok: false, code: 'timeout' });
    expect(spy).toHaveBeenCalledWith(15_000);
  });

  it('in the middle of its answer says so', async () => {
    const { expire } = timeout();
    installNetwork((request) => {
      const pull = () => (queueMicrotask(expire), never(request));
      return new Response(new ReadableStream({ pull }));
    });
    await expect(post()).resolves.toEqual({ ok: false, code: 'timeout' });
  });

  it('because it was cancelled says so', async () => {
    const controller = new AbortController();
    installNetwork((request) => (queueMicrotask(() => controller.abort()), never(request)));
    await expect(post(TOKEN_ENDPOINT, controller.signal)).resolves.toEqual({ ok: false, code: 'interrupted' });
  });

  it('because it was cancelled before it left is not sent', async () => {
    const requests = installNetwork(() => new Response('{}'));
    await expect(post(TOKEN_ENDPOINT, AbortSignal.abort())).resolves.toEqual({ ok: false, code: 'interrupted' });
    expect(requests).toEqual([]);
  });

  it('for a reason that the browser knows says that', async () => {
    installNetwork(() => {
      setTimeout(() => networkErrors.trigger({ error: 'net::ERR_CERT_AUTHORITY_INVALID', tabId: -1 }), 50);
      throw new TypeError('Failed to fetch');
    });
    const answer = post();
    await vi.advanceTimersByTimeAsync(50);
    await expect(answer).resolves.toEqual({ ok: false, code: 'certificate' });
  });

  it('never tells the password, and leaves no listener behind', async () => {
    const error = vi.spyOn(console, 'error');
    installNetwork(() => {
      throw new TypeError(`Failed to fetch ${PASSWORD}`);
    });
    const answer = post();
    await vi.advanceTimersByTimeAsync(300);
    await expect(answer).resolves.toEqual({ ok: false, code: 'unknown' });
    expect(error).not.toHaveBeenCalled();
    expect(networkErrors.getFilters()).toEqual([]);
  });
});
