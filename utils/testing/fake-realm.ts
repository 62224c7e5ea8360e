import type { Realm } from '@/utils/injection/page-arming';
import { API_ORIGIN } from './examples';

export const MARK = '000102030405060708090a0b0c0d0e0f';
export const PAGE_URL = `${API_ORIGIN}/swagger-ui/index.html`;

/** What a document says that the browser armed before its first line ran. */
export const ARMED_NAVIGATION = {
  serverTiming: [{ name: 'kc', description: `${MARK} ${API_ORIGIN}` }],
  workerStart: 0,
  transferSize: 1200,
};
/** A document that came over the network and was not armed. */
export const UNARMED_NAVIGATION = { ...ARMED_NAVIGATION, serverTiming: [] };

export interface FakeDocument {
  /** The document's own address; `about:srcdoc` and such have the origin and base URL of the page. */
  url?: string;
  origin?: string;
  navigation?: typeof ARMED_NAVIGATION;
  parent?: Realm;
  fetch?: typeof fetch;
  XMLHttpRequest?: typeof FakeXhr;
}

/** Node has no document whose address a relative URL could be relative to. */
const PageRequest = new Proxy(Request, {
  construct: (target, [input, init]: ConstructorParameters<typeof Request>) =>
    new target(input instanceof Request ? input : new URL(input, PAGE_URL), init),
});
const NODE_PARTS = { CustomEvent, Date, Object, Promise, Reflect, Request: PageRequest, URL, URLSearchParams, WeakMap };

/** The part of a window that the page script uses, made of Node's own parts. */
export function buildRealm(fake: FakeDocument): Realm {
  const { url = PAGE_URL, origin = API_ORIGIN, navigation, parent, fetch = globalThis.fetch } = fake;
  const { XMLHttpRequest = class extends FakeXhr {} } = fake;
  const realm: Realm = Object.assign(Object.create(null), NODE_PARTS, {
    origin,
    location: new URL(url),
    document: { baseURI: url.startsWith('http') ? url : PAGE_URL },
    performance: Object.assign(new EventTarget(), { getEntriesByType: () => (navigation ? [navigation] : []) }),
    fetch,
    XMLHttpRequest,
  });
  return Object.assign(realm, { parent: parent ?? realm });
}

/** XMLHttpRequest as far as the page script can tell: what is open, with which headers, and whether it was sent. */
export class FakeXhr {
  opened: unknown[] | undefined;
  onreadystatechange: (() => void) | undefined;
  headers: string[] = [];
  isSent = false;

  /** Opening an open request only drops the headers, any other fires an event (XMLHttpRequest Standard, "open()"). */
  open(
    ...args: [method: string, url: string | URL, isAsync?: boolean, user?: string | null, password?: string | null]
  ) {
    const wasOpen = this.opened !== undefined && !this.isSent;
    this.opened = [args[0], new URL(args[1], PAGE_URL).href, ...args.slice(2)];
    this.headers = [];
    this.isSent = false;
    if (!wasOpen) this.onreadystatechange?.();
  }

  setRequestHeader(name: string, value: string) {
    if (!this.opened || this.isSent) throw new DOMException('The object is in an invalid state', 'InvalidStateError');
    this.headers.push(`${name}: ${value}`);
  }

  send() {
    this.isSent = true;
  }
}
