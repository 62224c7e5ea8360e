import { ARMING_EVENT } from './arming';
import { REJECTED_EVENT, RENEWED_EVENT } from './rejection';
import { mayCarryToken } from './may-carry';

export type Realm = Window & typeof globalThis;

/** What the page script knows, now and while the page is open. A tuple, because names of members cost bytes. */
export type PageArming = [
  /** The mark for a request to this URL (as the page wrote it); falsy for "leave it alone". Throws on a bad URL. */
  getMark: (url: string) => string | false | undefined,
  /** Settles when `getMark` can be relied on for this URL; falsy when it can be already. Throws on a bad URL. */
  untilKnown: (url: string) => Promise<unknown> | false | undefined,
  /**
   * Tells that a request sent at that time was answered with 401. Settles with something truthy when it is worth
   * sending again: the token is another one now, or the page waits no more and is to hear so from the native function.
   */
  untilRenewed: (sentAtMs: number, signal?: AbortSignal | null) => Promise<unknown>,
];

/** Finds out mark and API origins of this document, and follows the relay's news. */
export function watchPageArming(realm: Realm): PageArming {
  const { CustomEvent, document, performance, Promise, URL } = realm;
  /** What `buildArmingText` made, split: mark, API origins. */
  let words = findArmingWords(realm);
  let isKnown = words || !mayHideServerTiming(realm);
  // A page can send this event too. All it gains is marks on its own requests that no rule knows.
  // Not on the document: `document.open()` removes its listeners.
  performance.addEventListener(ARMING_EVENT, (({ detail }: CustomEvent<Partial<string>>) => {
    // Empty: the relay does not know either, and waiting is over. Anything but text: a page made it up.
    if (detail) words = detail.split?.(' ');
    isKnown = true;
  }) as EventListener);
  const mayCarry = (url: string, apiOrigins: readonly string[]): boolean =>
    mayCarryToken(new URL(url, document.baseURI), apiOrigins);
  /** Settles with what the relay tells next, or with an abort. */
  const untilEvent = (name: string, signal?: AbortSignal | null): Promise<unknown> =>
    new Promise((resolve) => {
      performance.addEventListener(name, (event) => resolve((event as CustomEvent<unknown>).detail), { once: true });
      signal?.addEventListener('abort', resolve);
    });
  return [
    // Most pages have no API: there no URL is parsed. The mark among the origins does no harm: no origin looks like it.
    (url) => words?.[1] && mayCarry(url, words) && words[0],
    // Only a request to the page's own origin is worth the wait.
    (url) => !isKnown && mayCarry(url, [realm.origin]) && untilEvent(ARMING_EVENT),
    (sentAtMs, signal) => {
      // The answer to another request will do: it is about the same token.
      const answer = untilEvent(RENEWED_EVENT, signal);
      performance.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail: sentAtMs }));
      return answer;
    },
  ];
}

/**
 * srcdoc, blob and about:blank documents have no response of their own, but the origin of the one that made them. What
 * is known to a document of this origin is right for all of them.
 */
function findArmingWords(realm: Realm): string[] | undefined {
  try {
    for (let at = realm; at.origin === realm.origin; at = at.parent as Realm) {
      const timing = getNavigation(at)?.serverTiming.findLast(({ name }) => name === 'kc');
      if (timing) return timing.description.split(' ');
      if (at === at.parent) break;
    }
  } catch {
    // A cross-origin ancestor: nothing of it can be read, and nothing of it is meant for this document.
  }
  return undefined;
}

function getNavigation(realm: Realm): PerformanceNavigationTiming | undefined {
  return realm.performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
}

/** True where a missing Server-Timing header does not prove that the page is not armed. */
function mayHideServerTiming(realm: Realm): boolean {
  const navigation = getNavigation(realm);
  return !realm.location.protocol.startsWith('http') || !navigation?.transferSize || navigation.workerStart > 0;
}
