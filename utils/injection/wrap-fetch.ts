import { markUrl } from './mark';
import type { PageArming, Realm } from './page-arming';
import { expectUrlText } from './expect-url-text';

/**
 * Wraps the realm's `fetch` so that requests to an API origin are marked, and sent once more when they were answered
 * with 401 and the token was renewed. Everything else goes to the native function.
 */
export function wrapFetch(realm: Realm, [getMark, untilKnown, untilRenewed]: PageArming): void {
  const { Date, Request } = realm;
  const { apply } = realm.Reflect;
  const getUrl = realm.Object.getOwnPropertyDescriptor(Request.prototype, 'url')?.get as () => string;

  /** Has the browser read each member, as its fetch would and only once: the page's getters and iterators may count. */
  const copyInit = (url: string, init: RequestInit): RequestInit => {
    const copy: Record<string, unknown> = {};
    const recorder = new Proxy(init, {
      get(_target, name: keyof RequestInit) {
        copy[name] = init[name];
        // The body is for the native function alone: to read it takes time, and a stream can be read only once.
        return name === 'body' ? undefined : copy[name];
      },
    });
    copy['headers'] = new Request(url, recorder).headers;
    return copy;
  };

  realm.fetch = new Proxy(realm.fetch, {
    apply(native, self: unknown, args: [input: RequestInfo | URL, init?: RequestInit]) {
      const send = (...sent: typeof args): Promise<Response> => apply(native, self, sent);
      try {
        let [input, init] = args;
        let requestUrl: string | undefined;
        try {
          // Throws for anything but a Request, of this realm or another.
          requestUrl = apply(getUrl, input, []);
        } catch {}
        const text = requestUrl ?? expectUrlText(input, realm);
        const isPlainCall = (!self || self === realm) && (!init || Object(init) === init);
        if (!isPlainCall) return send(...args);
        const waiting = untilKnown(text);
        if (!waiting && !getMark(text)) return send(...args);

        if (requestUrl) init = input = init ? new Request(input, init) : (input as Request);
        else if (init) init = copyInit(text, init);
        args = requestUrl ? [input] : [text, init];
        // To copy a body takes time, and so does waiting: a request that must outlive the page has none.
        const isUrgent = init?.keepalive && (waiting || (requestUrl && init.body));
        // A used Request is refused natively, which must not become the copy's refusal.
        if (
          isUrgent ||
          (init as Request | undefined)?.bodyUsed ||
          (init?.headers as Headers | undefined)?.has('authorization')
        )
          return send(...args);

        return (async () => {
          if (waiting) await waiting;
          const mark = getMark(text);
          if (!mark) return send(...args);
          // A Request as init keeps all its members; but its body would become a streaming upload, so it is copied.
          if (requestUrl && init?.body) init = replaceBody(input as Request, await (input as Request).blob());
          args = [markUrl(text, mark), init];
          const sentAtMs = Date.now();
          const answer = send(...args);
          try {
            // As it is now: the page may change its buffer or form later.
            if (init?.body) args = [new Request(...args)];
          } catch {
            // A stream can be sent only once.
            return answer;
          }
          const response = await answer;
          return response.status === 401 && (await untilRenewed(sentAtMs, init?.signal)) ? send(...args) : response;
        })();
      } catch {
        // Whatever went wrong here must not be the page's problem; the native function says what is wrong with a call.
        return send(...args);
      }
    },
  });
}

function replaceBody(request: Request, body: Blob): RequestInit {
  return new Proxy(request, {
    get: (target, name) => (name === 'body' ? body : target[name as keyof RequestInit & keyof Request]),
  });
}
