import { markUrl } from './mark';
import type { PageArming, Realm } from './page-arming';

/** Wraps the realm's `fetch` so that requests to an API origin are marked. Everything else goes to the native one. */
export function wrapFetch(realm: Realm, arming: PageArming): void {
  const { Headers, Request, URL } = realm;
  const { apply } = realm.Reflect;
  const getUrl = realm.Object.getOwnPropertyDescriptor(Request.prototype, 'url')?.get as () => string;
  const members = recordInitMembers(Request);

  /** The URL of a Request, of this realm or another; undefined for anything else. */
  const readRequestUrl = (input: unknown): string | undefined => {
    try {
      return apply(getUrl, input, []);
    } catch {
      return undefined;
    }
  };

  /** Reads each member once, as the native function would: getters and iterators of the page must not run twice. */
  const copyInit = (init: RequestInit): RequestInit => {
    const copy: Record<string, unknown> = {};
    for (const name of members) {
      const value = init[name];
      if (value !== undefined) copy[name] = name === 'headers' ? new Headers(value as HeadersInit) : value;
    }
    return copy;
  };

  realm.fetch = new Proxy(realm.fetch, {
    apply(native, self: unknown, args: [input: RequestInfo | URL, init?: RequestInit]) {
      const send = (...sent: typeof args): Promise<Response> => apply(native, self, sent);
      try {
        let [input, init] = args;
        const requestUrl = readRequestUrl(input);
        // Anything else is left to the native function: turning it into text may have effects.
        const text = requestUrl ?? (typeof input === 'string' || input instanceof URL ? `${input}` : undefined);
        const isPlainCall = (!self || self === realm) && (!init || Object(init) === init);
        if (text === undefined || !isPlainCall) return send(...args);
        const waiting = arming.untilKnown(text);
        if (!waiting && !arming.getMark(text)) return send(...args);

        if (requestUrl) init = input = init ? new Request(input, init) : (input as Request);
        else if (init) init = copyInit(init);
        args = requestUrl ? [input] : [text, init];
        // To copy a body takes time, and so does waiting: a request that must outlive the page has none.
        const isUrgent = init?.keepalive && (waiting || (requestUrl && init.body));
        if (isUrgent || (init?.headers as Headers | undefined)?.has('authorization')) return send(...args);

        const sendMarked = (): Promise<Response> => {
          const mark = arming.getMark(text);
          if (!mark) return send(...args);
          const marked = markUrl(text, mark);
          // A Request as init keeps all its members; but its body would become a streaming upload, so it is copied.
          if (!requestUrl || !init?.body) return send(marked, init);
          return (input as Request).blob().then((body) => send(marked, replaceBody(input as Request, body)));
        };
        return waiting ? waiting.then(sendMarked) : sendMarked();
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

/** The members of RequestInit that this browser knows, in the order in which it reads them. */
function recordInitMembers(RequestConstructor: typeof Request): (keyof RequestInit)[] {
  const members: (keyof RequestInit)[] = [];
  const recorder = new Proxy({}, { get: (_target, name: keyof RequestInit) => void members.push(name) });
  // oxlint-disable-next-line no-new -- reads its second argument's members, which is the point
  new RequestConstructor('https://recorder.invalid', recorder);
  return members;
}
