/**
 * Uses of XMLHttpRequest as pages make them, right and wrong. Each runs inside a page, so it may use nothing from out
 * here; `send` and `attempt` are put into the page by the test.
 */
declare const send: (
  prepare: (request: XMLHttpRequest) => void,
  body?: XMLHttpRequestBodyInit | Document | null,
  request?: XMLHttpRequest,
) => Promise<unknown>;
declare const attempt: (what: () => unknown) => unknown;

type Case = (path: string) => unknown;

export const XHR_CASES: Record<string, Case> = {
  GET: (path) => send((request) => request.open('GET', path)),
  'a URL object': (path) => send((request) => request.open('GET', new URL(path, location.href))),
  'an object that turns into a URL': (path) =>
    send((request) => request.open('GET', { toString: () => path } as never)),
  'a URL with a fragment': (path) => send((request) => request.open('GET', `${path}#fragment`)),
  'an empty URL': () => attempt(() => new XMLHttpRequest().open('GET', '')),
  'POST with text': (path) => send((request) => request.open('POST', path), 'päss'),
  'POST with a form': (path) => {
    const form = new FormData();
    form.set('a', 'b');
    // In Firefox its size is any.
    return send((request) => request.open('POST', path), form).then((outcome) =>
      JSON.stringify(outcome).replaceAll(/\d+\/\d+/g, 'SIZE'),
    );
  },
  'POST with a document': (path) =>
    send((request) => request.open('POST', path), document.implementation.createHTMLDocument('x')),
  'GET with a body, which is ignored': (path) => send((request) => request.open('GET', path), 'x'),
  headers: (path) =>
    send((request) => {
      request.open('PUT', path);
      request.setRequestHeader('X-A', 'b');
      request.setRequestHeader('x-a', 'c');
      request.setRequestHeader('Content-Type', 'application/json');
    }, '{}'),
  'its own Authorization': (path) =>
    send((request) => {
      request.open('PUT', path);
      request.setRequestHeader('X-A', 'b');
      request.setRequestHeader('Authorization', 'Bearer own');
      request.setRequestHeader('X-C', 'd');
    }, 'x'),
  'a response type': (path) =>
    send((request) => {
      request.open('GET', path);
      request.responseType = 'json';
    }),
  'a response type before it is opened': (path) =>
    send((request) => {
      request.responseType = 'arraybuffer';
      request.open('GET', path);
      request.withCredentials = true;
      request.timeout = 5_000;
    }),
  'another MIME type': (path) =>
    send((request) => {
      request.open('GET', path);
      request.overrideMimeType('text/plain; charset=x-user-defined');
    }),
  // Elsewhere, because chance decides whether a request that ends so early is seen by the server.
  'a timeout that ends': () =>
    send((request) => {
      request.open('GET', '/elsewhere');
      request.timeout = 1;
    }).then((outcome) => typeof outcome),
  'an XMLHttpRequest that is opened twice': (path) =>
    send((request) => {
      request.open('GET', '/elsewhere');
      request.setRequestHeader('X-A', 'b');
      request.open('PUT', path);
    }),
  'an XMLHttpRequest that is opened again after it was sent': async (path) => {
    const request = new XMLHttpRequest();
    const first = await send((each) => each.open('GET', path), null, request);
    return [first, await send((each) => each.open('POST', path), 'x', request)];
  },
  'an XMLHttpRequest that is opened again while it is under way': (path) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/elsewhere');
    request.send();
    return send((each) => each.open('PUT', path), 'x', request);
  },
  'an XMLHttpRequest that is given up': () => {
    const request = new XMLHttpRequest();
    const outcome = send((each) => each.open('POST', '/elsewhere'), 'x', request);
    request.abort();
    return outcome.then(() => [request.readyState, request.status]);
  },
  'a synchronous request': (path) => {
    const request = new XMLHttpRequest();
    request.open('POST', path, false);
    request.setRequestHeader('X-A', 'b');
    request.send('x');
    return [request.status, request.readyState, request.responseURL];
  },
  'a synchronous request with a timeout': (path) =>
    attempt(() => {
      const request = new XMLHttpRequest();
      request.open('GET', path, false);
      request.timeout = 1;
    }),
  'a synchronous request with a response type': (path) =>
    attempt(() => {
      const request = new XMLHttpRequest();
      request.responseType = 'json';
      request.open('GET', path, false);
    }),
  'a bad method': (path) => attempt(() => new XMLHttpRequest().open('no method', path)),
  'a forbidden method': (path) => attempt(() => new XMLHttpRequest().open('TRACE', path)),
  'a method in small letters': (path) => send((request) => request.open('put', path), 'x'),
  'a URL that is none': () => attempt(() => new XMLHttpRequest().open('GET', 'https://')),
  'no URL': () =>
    attempt(() => {
      const open = Reflect.get(XMLHttpRequest.prototype, 'open') as (this: XMLHttpRequest, method: string) => void;
      open.call(new XMLHttpRequest(), 'GET');
    }),
  'something else that is opened': (path) =>
    attempt(() => XMLHttpRequest.prototype.open.call({} as never, 'GET', path, true)),
  'a login beside the URL': (path) =>
    send((request) => request.open('GET', path, true, 'johndoe', 'A3ddj3w')).then(() => 'ended'),
  'a header before it is opened': () => attempt(() => new XMLHttpRequest().setRequestHeader('X-A', 'b')),
  'a header after it was sent': (path) => {
    const request = new XMLHttpRequest();
    const sent = send((each) => each.open('GET', path), null, request);
    const outcome = attempt(() => request.setRequestHeader('Authorization', 'Bearer own'));
    return sent.then((answer) => [outcome, answer]);
  },
  'a bad header': (path) =>
    attempt(() => {
      const request = new XMLHttpRequest();
      request.open('GET', path);
      request.setRequestHeader('X A', 'b');
    }),
  'a header without a value': (path) =>
    attempt(() => {
      const request = new XMLHttpRequest();
      request.open('GET', path);
      Reflect.apply(request.setRequestHeader.bind(request), undefined, ['X-A']);
    }),
  'a send before it is opened': () => attempt(() => new XMLHttpRequest().send()),
  'a class of the page': (path) => {
    class PageXhr extends XMLHttpRequest {
      override open(method: string, url: string | URL): void {
        super.open(method, `${String(url)}?more`);
      }
    }
    return send((request) => request.open('GET', path), null, new PageXhr());
  },
  'how XMLHttpRequest looks': () => {
    const { prototype } = XMLHttpRequest;
    const describe = (name: 'open' | 'setRequestHeader' | 'send'): unknown => {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      const method: unknown = descriptor?.value;
      if (typeof method !== 'function') return typeof method;
      return [
        { ...descriptor, value: typeof method },
        method.name,
        method.length,
        String(method),
        Object.getOwnPropertyNames(method),
        Object.getPrototypeOf(method) === Function.prototype,
        attempt(() => Reflect.construct(method, [])),
      ];
    };
    return [
      describe('open'),
      describe('setRequestHeader'),
      describe('send'),
      XMLHttpRequest.name,
      XMLHttpRequest.length,
      String(XMLHttpRequest),
      Object.getOwnPropertyNames(prototype),
      Object.getOwnPropertyNames(XMLHttpRequest),
    ];
  },
};
