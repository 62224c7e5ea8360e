/**
 * Calls of fetch with a URL and an init as pages make them, right and wrong. Each runs inside a page, so it may use
 * nothing from out here but its path; `tell` is put into the page by the test.
 */
declare const tell: (call: () => unknown) => Promise<unknown>;

type Case = (path: string) => unknown;

export const FETCH_INIT_CASES: Record<string, Case> = {
  'a relative URL': (path) => tell(() => fetch(path)),
  'a URL object': (path) => tell(() => fetch(new URL(path, location.href))),
  'a URL with white space around it': (path) => tell(() => fetch(`\n ${path} `)),
  'a URL with a fragment': (path) => tell(() => fetch(`${path}#fragment`)),
  'an object that turns into a URL': (path) => tell(() => fetch({ toString: () => path } as never)),
  'a URL relative to a base element': (path) => {
    const base = document.createElement('base');
    base.href = '/below/';
    document.head.append(base);
    return tell(() => fetch(path.slice(1))).finally(() => base.remove());
  },
  'no argument': () => tell(() => Reflect.apply(fetch, undefined, [])),
  'a URL that is none': () => tell(() => fetch('https://')),
  'a URL with a login': (path) => tell(() => fetch(`https://johndoe:A3ddj3w@${location.host}${path}`)),
  'a data: URL': () => tell(async () => fetch('data:text/plain,x')),
  'a blob: URL': () => tell(async () => (await fetch(URL.createObjectURL(new Blob(['x'])))).text()),
  'a symbol for a URL': () => tell(() => fetch(Symbol('x') as never)),

  'an init that is null': (path) => tell(() => fetch(path, null as never)),
  'an init that is a number': (path) => tell(() => fetch(path, 42 as never)),
  'an init that is a function': (path) => tell(() => fetch(path, (() => {}) as never)),
  'an init whose members are inherited': (path) => tell(() => fetch(path, Object.create({ method: 'PUT', body: 'x' }))),
  'an init that is a Request': (path) => tell(() => fetch(path, new Request(path, { method: 'DELETE' }))),
  'an init that is a class instance with getters': (path) => {
    class Init {
      #body = 'private';
      get method() {
        return 'POST';
      }
      get body() {
        return this.#body;
      }
    }
    return tell(() => fetch(path, new Init()));
  },
  'an init that counts how it is read': async (path) => {
    const read: string[] = [];
    const members: Record<string, unknown> = { method: 'POST', headers: { 'X-A': 'b' }, body: 'c' };
    const init = new Proxy(members, {
      get: (target, name) => {
        read.push(String(name));
        return target[String(name)];
      },
      has: (_target, name) => {
        read.push(`has ${String(name)}`);
        return true;
      },
      ownKeys: () => {
        read.push('keys');
        return [];
      },
    });
    return [await tell(() => fetch(path, init)), read];
  },
  'an init with a getter that throws': async (path) => {
    const read: string[] = [];
    const init = {
      get cache(): RequestCache {
        read.push('cache');
        return 'no-store';
      },
      get headers(): HeadersInit {
        read.push('headers');
        throw new RangeError('mine');
      },
    };
    return tell(() => fetch(path, init));
  },

  'headers in a map': (path) => tell(() => fetch(path, { headers: new Map([['X-A', 'b']]) as never })),
  'headers in an iterator that ends': (path) =>
    tell(() => fetch(path, { headers: new Map([['X-A', 'b']]).entries() as never })),
  'headers whose getters count': async (path) => {
    let times = 0;
    const headers = {
      get 'X-A'() {
        times += 1;
        return 'b';
      },
    };
    return [await tell(() => fetch(path, { headers })), times];
  },
  'the same header twice': (path) =>
    tell(() =>
      fetch(path, {
        headers: [
          ['X-A', 'b'],
          ['x-a', 'c'],
        ],
      }),
    ),
  'a header with a bad name': (path) => tell(() => fetch(path, { headers: { 'X A': 'b' } })),
  'a header with a bad value': (path) => tell(() => fetch(path, { headers: { 'X-A': 'b\nc' } })),
  'a forbidden header': (path) => tell(() => fetch(path, { headers: { Host: 'example.com', 'X-A': 'b' } })),
  'headers that are null': (path) => tell(() => fetch(path, { headers: null as never })),
  'a content type of the page': (path) =>
    tell(() => fetch(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })),

  'text for a body': (path) => tell(() => fetch(path, { method: 'POST', body: 'päss' })),
  'an empty body': (path) => tell(() => fetch(path, { method: 'POST', body: '' })),
  'a body that is null': (path) => tell(() => fetch(path, { method: 'POST', body: null })),
  'a blob for a body': (path) =>
    tell(() => fetch(path, { method: 'POST', body: new Blob(['x'], { type: 'text/x-blob' }) })),
  'a file form for a body': (path) => {
    const form = new FormData();
    form.set('a', 'ö');
    form.set('file', new File(['x'], 'näme.txt', { type: 'text/plain' }));
    return tell(() => fetch(path, { method: 'POST', body: form }));
  },
  'URL parameters for a body': (path) =>
    tell(() => fetch(path, { method: 'POST', body: new URLSearchParams({ a: 'b c&d' }) })),
  'a buffer for a body': (path) =>
    tell(() => fetch(path, { method: 'POST', body: new TextEncoder().encode('x').buffer })),
  'a view for a body': (path) =>
    tell(() => fetch(path, { method: 'POST', body: new Uint8Array(new TextEncoder().encode('xyz').buffer, 1, 1) })),
  'an object for a body': (path) => tell(() => fetch(path, { method: 'POST', body: { a: 1 } as never })),
  'a stream for a body, without duplex': (path) =>
    tell(() => fetch(path, { method: 'POST', body: new Blob(['x']).stream() })),
  'a stream for a body': async (path) => {
    const body = new Blob(['x']).stream();
    return [await tell(() => fetch(path, { method: 'POST', body, duplex: 'half' } as RequestInit)), body.locked];
  },
  'a stream that is locked': (path) => {
    const body = new Blob(['x']).stream();
    body.getReader();
    return tell(() => fetch(path, { method: 'POST', body, duplex: 'half' } as RequestInit));
  },
  'GET with a body': (path) => tell(() => fetch(path, JSON.parse('{"body":"x"}') as RequestInit)),

  'a method in small letters': (path) => tell(() => fetch(path, { method: 'put' })),
  'a method of the page': (path) => tell(() => fetch(path, { method: 'patch' })),
  'a bad method': (path) => tell(() => fetch(path, { method: 'no method' })),
  'a forbidden method': (path) => tell(() => fetch(path, { method: 'TRACE' })),
  'a bad mode': (path) => tell(() => fetch(path, { mode: 'navigate' })),
  'mode same-origin': (path) => tell(() => fetch(path, { mode: 'same-origin' })),
  'mode no-cors': (path) => tell(() => fetch(path, { mode: 'no-cors', headers: { 'X-A': 'b', Accept: 'text/x' } })),
  'only what is cached': (path) => tell(() => fetch(path, { cache: 'only-if-cached', mode: 'same-origin' })),
  'only what is cached, in another mode': (path) => tell(() => fetch(path, { cache: 'only-if-cached' })),
  'no cache': (path) => tell(() => fetch(path, { cache: 'no-store' })),
  'a bad cache mode': (path) => tell(() => fetch(path, { cache: 'never' as never })),
  'no credentials': (path) => tell(() => fetch(path, { credentials: 'omit' })),
  'a bad referrer': (path) => tell(() => fetch(path, { referrer: 'https://' })),
  'a referrer of the page': (path) => tell(() => fetch(path, { referrer: '/somewhere' })),
  'no referrer': (path) => tell(() => fetch(path, { referrerPolicy: 'no-referrer' })),
  'integrity that does not match': (path) => tell(() => fetch(path, { integrity: 'sha256-AAAA' })),
  'high priority': (path) => tell(() => fetch(path, { priority: 'high' })),
  'a bad priority': (path) => tell(() => fetch(path, { priority: 'highest' as never })),
  'window that is null': (path) => tell(() => fetch(path, { window: null })),
  'window that is not null': (path) => tell(() => fetch(path, { window: 'x' as never })),
  'an unknown member': (path) => tell(() => fetch(path, { unknown: 1 } as never)),
  keepalive: (path) => tell(() => fetch(path, { method: 'POST', body: 'x', keepalive: true })),
  'keepalive with a large body': (path) =>
    tell(() => fetch(path, { method: 'POST', body: 'x'.repeat(70_000), keepalive: true })),

  'a signal that is null': (path) => tell(() => fetch(path, { signal: null })),
  'a signal that is none': (path) => tell(() => fetch(path, { signal: {} as never })),
  'a signal that was aborted': (path) => tell(() => fetch(path, { signal: AbortSignal.abort() })),
  'a signal that was aborted for a reason': (path) =>
    tell(() => fetch(path, { signal: AbortSignal.abort(new RangeError('enough')) })),
  'a signal that was aborted, which is heard of before anything else': async (path) => {
    const order: string[] = [];
    const answer = fetch(path, { signal: AbortSignal.abort() }).catch(() => order.push('refused'));
    await Promise.all([answer, Promise.resolve().then(() => order.push('anything else'))]);
    return order;
  },
  'a signal that is aborted at once': () => {
    const controller = new AbortController();
    const answer = fetch('/elsewhere', { signal: controller.signal });
    controller.abort('enough');
    return tell(() => answer);
  },
  'a signal that is aborted while the body is read': async (path) => {
    const controller = new AbortController();
    const response = await fetch(path, { signal: controller.signal });
    controller.abort();
    return tell(() => response.text());
  },
};
