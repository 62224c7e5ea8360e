import { markUrl } from './mark';
import type { PageArming, Realm } from './page-arming';
import { expectUrlText } from './expect-url-text';

/** What is needed to open a marked XMLHttpRequest again without its mark: open's arguments, and the headers so far. */
type MarkedRequest = [plainArguments: unknown[], headers: string[][]];

/**
 * Wraps `open` and `setRequestHeader` of the realm's XMLHttpRequest. `open` marks requests to an API origin; when the
 * page then sets an Authorization header of its own, the request is opened again unmarked: opening an open request
 * fires no event, it only drops the headers, which are set again.
 */
export function wrapXhr(realm: Realm, [getMark]: PageArming): void {
  const { WeakMap } = realm;
  const { apply } = realm.Reflect;
  const prototype = realm.XMLHttpRequest.prototype;
  const { open } = prototype;
  const markedRequests = new WeakMap<XMLHttpRequest, MarkedRequest | undefined>();

  prototype.open = new Proxy(open, {
    apply(native, request: XMLHttpRequest, args: unknown[]) {
      const before = markedRequests.get(request);
      let marked: MarkedRequest | undefined;
      let sent = args;
      try {
        const [method, url, isAsync, user, password] = args;
        // As text, because the page may change its URL object before the request is opened again.
        const text = expectUrlText(url, realm);
        const mark = (user ?? password ?? null) === null && getMark(text);
        if (mark) {
          const plainArguments = [method, text, args.length < 3 || isAsync];
          marked = [plainArguments, []];
          sent = plainArguments.with(1, markUrl(text, mark));
        }
      } catch {
        // The native function says what is wrong with these arguments.
      }
      // Before the request is opened: that fires an event, whose handlers may set headers or open it anew.
      markedRequests.set(request, marked);
      try {
        apply(native, request, sent);
      } catch (error) {
        markedRequests.set(request, before);
        throw error;
      }
    },
  });

  prototype.setRequestHeader = new Proxy(prototype.setRequestHeader, {
    apply(native, request: XMLHttpRequest, args: unknown[]) {
      const marked = markedRequests.get(request);
      if (!marked || args.length < 2) return apply(native, request, args);
      const header: [string, string] = [`${args[0]}`, `${args[1]}`];
      // First, because it throws when the request was sent already: then it must not be opened again.
      apply(native, request, header);
      const [plainArguments, headers] = marked;
      headers.push(header);
      if (header[0].toLowerCase() === 'authorization') {
        markedRequests.delete(request);
        apply(open, request, plainArguments);
        for (const each of headers) apply(native, request, each);
      }
    },
  });
}
