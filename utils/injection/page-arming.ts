import { type Arming, ARMING_EVENT, readArmingText } from './arming';
import { mayCarryToken } from './may-carry';

/** How long a request may wait for the relay where the document itself says nothing. */
const PATIENCE_MS = 500;

export type Realm = Window & typeof globalThis;

/** What the page script knows, now and while the page is open. */
export interface PageArming {
  /** The mark for a request to this URL (as the page wrote it); undefined for "leave it alone". Throws on a bad URL. */
  getMark(url: string): string | undefined;
  /** Settles when `getMark` can be relied on for this URL; undefined when it can be already. Throws on a bad URL. */
  untilKnown(url: string): Promise<void> | undefined;
}

/** Finds out mark and API origins of this document, and follows the relay's news. */
export function watchPageArming(realm: Realm): PageArming {
  const { document, URL } = realm;
  let arming = findArming(realm);
  let settle = (): void => {};
  let known: Promise<void> | undefined;
  if (!arming && mayHideServerTiming(realm)) {
    known = new realm.Promise<void>((resolve) => {
      settle = resolve;
      realm.setTimeout(resolve, PATIENCE_MS);
    }).then(() => {
      known = undefined;
    });
  }
  // A page can send this event too. All it gains is marks on its own requests that no rule knows.
  // Not on the document: `document.open()` removes its listeners.
  realm.performance.addEventListener(ARMING_EVENT, (event) => {
    arming = readArmingText((event as CustomEvent<unknown>).detail);
    settle();
  });
  const mayCarry = (url: string, apiOrigins: readonly string[]): boolean =>
    mayCarryToken(new URL(url, document.baseURI), apiOrigins);
  return {
    getMark: (url) => (arming && mayCarry(url, arming.apiOrigins) ? arming.mark : undefined),
    // Only a request to the page's own origin is worth the wait.
    untilKnown: (url) => (known && mayCarry(url, [realm.origin]) ? known : undefined),
  };
}

/** srcdoc, blob and about:blank documents have no response of their own, but the origin of the one that made them. */
function findArming(realm: Realm): Arming | undefined {
  try {
    for (let at = realm; at.origin === realm.origin; at = at.parent as Realm) {
      const timing = getNavigation(at)?.serverTiming.findLast(({ name }) => name === 'kc');
      if (timing || hasOwnResponse(at) || at === at.parent) return readArmingText(timing?.description);
    }
  } catch {
    // A cross-origin ancestor: nothing of it can be read, and nothing of it is meant for this document.
  }
  return undefined;
}

function getNavigation(realm: Realm): PerformanceNavigationTiming | undefined {
  return realm.performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
}

function hasOwnResponse({ location }: Realm): boolean {
  return location.protocol.startsWith('http');
}

/** True where a missing Server-Timing header does not prove that the page is not armed. */
function mayHideServerTiming(realm: Realm): boolean {
  const navigation = getNavigation(realm);
  return !hasOwnResponse(realm) || !navigation || navigation.workerStart > 0 || !navigation.transferSize;
}
