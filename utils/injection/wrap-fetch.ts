import { markUrl } from './mark';
import type { PageArming, Realm } from './page-arming';
import { expectUrlText } from './expect-url-text';

/**
 * Wraps the realm's `fetch` so that requests to an API origin are marked, and sent once more when they were answered
 * with 401 and the token was renewed. Everything else goes to the native function.
 */
export function wrapFetch(realm: Realm, [getMark, untilKnown, untilRenewed]: PageArming): void {
  const { Date, Object, Request, URLSearchParams } = realm;
  const { apply } = realm.Reflect;
  const getUrl = Object.getOwnPropertyDescriptor(Request.prototype, 'url')?.get as () => string;

  /** Has the browser read each member, as its fetch would and only once: the page's getters and iterators may count. */
  const readInit = (url: string, init: RequestInit, copy: Record<string, unknown>): Request =>
    new Request(
      url,
      // Of the copy, because a proxy of a frozen init could only tell what is in it.
      new Proxy(copy, {
        get(_target, name: keyof RequestInit) {
          let value: unknown = init[name];
          // A list of names and values, as the page wrote them: Headers would sort them and take away their capitals.
          if (name === 'headers' && Object(value) === value) value = [...new URLSearchParams(value as string[][])];
          copy[name] = value;
          // The body is for the native function alone: to read it takes time, and a stream can be read only once.
          if (name !== 'body') return value;
        },
      }),
    );

  realm.fetch = new Proxy(realm.fetch, {
    apply(native, self: unknown, args: [input: RequestInfo | URL, init?: RequestInit]) {
      const send = (): Promise<Response> => apply(native, self, args);
      try {
        // Without a prototype, from which members could be read that no init of the page has.
        const copy: RequestInit & Record<string, unknown> = Object.create(null);
        let init = args[1] ?? copy;
        let request: Request | undefined;
        let text: string;
        try {
          // Throws for anything but a Request, of this realm or another.
          text = apply(getUrl, args[0], []);
          request = args[0] as Request;
        } catch {
          text = expectUrlText(args[0], realm);
        }
        const waiting = untilKnown(text);
        const isPlainCall = (!self || self === realm) && Object(init) === init;
        if (!isPlainCall || !(waiting || getMark(text))) return send();

        if (request) request = init = new Request(request, init);
        const read = readInit(text, init, copy);
        args = request ? [request] : [text, copy];
        // To copy a body takes time, and so does waiting: a request that must outlive the page has none.
        const isUrgent = read.keepalive && (waiting || request?.body);
        // An aborted request is refused natively, and at once.
        if (isUrgent || read.signal.aborted || read.headers.has('authorization')) return send();

        return (async () => {
          if (waiting) await waiting;
          const mark = getMark(text);
          if (!mark) return send();
          // Copied, because a Request's body would become a streaming upload.
          if (request?.body) copy.body = await request.blob();
          args = [markUrl(text, mark), copy];
          const sentAtMs = Date.now();
          const answer = send();
          try {
            // As it is now: the page may change its buffer or form later.
            if (copy.body) args = [new Request(...args)];
          } catch {
            // A stream can be sent only once.
            return answer;
          }
          const response = await answer;
          return response.status === 401 && (await untilRenewed(sentAtMs, read.signal)) ? send() : response;
        })();
      } catch {
        // Whatever went wrong here must not be the page's problem; the native function says what is wrong with a call.
        return send();
      }
    },
  });
}
