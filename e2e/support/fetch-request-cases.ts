/**
 * Calls of fetch with a Request, and on windows, as pages make them, right and wrong. Each runs inside a page, so it may
 * use nothing from out here but its path; `tell` is put into the page by the test.
 */
declare const tell: (call: () => unknown) => Promise<unknown>;

type Case = (path: string) => unknown;

export const FETCH_REQUEST_CASES: Record<string, Case> = {
  'a Request': (path) => tell(() => fetch(new Request(path))),
  'a Request with everything': (path) =>
    tell(() =>
      fetch(
        new Request(path, {
          method: 'DELETE',
          headers: { 'X-A': 'b' },
          credentials: 'omit',
          cache: 'no-store',
          referrer: '/somewhere',
          referrerPolicy: 'unsafe-url',
          redirect: 'error',
          mode: 'same-origin',
        }),
      ),
    ),
  'a Request with text': async (path) => {
    const request = new Request(path, { method: 'POST', body: 'päss' });
    return [await tell(() => fetch(request)), request.bodyUsed];
  },
  'a Request with a form': (path) => {
    const form = new FormData();
    form.set('a', 'b');
    return tell(() => fetch(new Request(path, { method: 'POST', body: form })));
  },
  'a Request with a buffer': (path) =>
    tell(() => fetch(new Request(path, { method: 'POST', body: new TextEncoder().encode('x') }))),
  'a Request and an init': (path) =>
    tell(() =>
      fetch(new Request(path, { method: 'POST', body: 'x', headers: { 'X-A': 'b' } }), {
        method: 'PUT',
        headers: { 'X-C': 'd' },
      }),
    ),
  'a Request whose body is replaced': async (path) => {
    const request = new Request(path, { method: 'POST', body: 'x' });
    return [await tell(() => fetch(request, JSON.parse('{"body":"y"}') as RequestInit)), request.bodyUsed];
  },
  'a Request that was sent before': async (path) => {
    const request = new Request(path, { method: 'POST', body: 'x' });
    await fetch(request);
    return tell(() => fetch(request));
  },
  'a Request whose body was read': async (path) => {
    const request = new Request(path, { method: 'POST', body: 'x' });
    await request.text();
    return tell(() => fetch(request));
  },
  'a Request with a signal that was aborted': (path) =>
    tell(() => fetch(new Request(path, { method: 'POST', body: 'x', signal: AbortSignal.abort('enough') }))),
  'a Request that was aborted, which is heard of before anything else': async (path) => {
    const order: string[] = [];
    const request = new Request(path, { method: 'POST', body: 'x', signal: AbortSignal.abort() });
    const answer = fetch(request).catch(() => order.push('refused'));
    await Promise.all([answer, Promise.resolve().then(() => order.push('anything else'))]);
    return order;
  },
  'a Request with keepalive': (path) =>
    tell(() => fetch(new Request(path, { method: 'POST', body: 'x', keepalive: true }))),
  'a Request of a class of the page': (path) => {
    class PageRequest extends Request {
      readonly more = 1;
    }
    return tell(() => fetch(new PageRequest(path, { method: 'PUT', headers: { 'X-A': 'b' } })));
  },
  'a Request of another window': async (path) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const other = frame.contentWindow as Window & typeof globalThis;
    const request = new other.Request(new URL(path, location.href), { method: 'PUT', body: 'x' });
    const outcome = await tell(() => fetch(request));
    frame.remove();
    return outcome;
  },
  'a Request with a bad init': (path) => tell(() => fetch(new Request(path), { method: 'no method' })),

  'a call without an object in front': (path) => tell(() => Reflect.apply(fetch, undefined, [path])),
  'a call on something else': (path) => tell(() => Reflect.apply(fetch, {}, [path])),
  'a call on another window': async (path) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const outcome = await tell(() => Reflect.apply(fetch, frame.contentWindow, [path]));
    frame.remove();
    return outcome;
  },
  'how fetch looks': () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'fetch');
    return [
      fetch.name,
      fetch.length,
      String(fetch),
      Object.getOwnPropertyNames(fetch),
      Object.getPrototypeOf(fetch) === Function.prototype,
      { ...descriptor, value: typeof descriptor?.value },
      'prototype' in fetch,
    ];
  },
  'new fetch': () => tell(() => Reflect.construct(fetch, ['/'])),
};
