/**
 * What a page has to know so that its API requests get the header: the mark to put on them, and which origins are
 * the API. Neither is a secret; the token itself is never part of it.
 */
export interface Arming {
  mark: string;
  apiOrigins: readonly string[];
}

/** Which pages are armed, as kept in `storage.local`, where content scripts can read it. */
export interface ArmedPages {
  mark: string;
  /** Page origin → API origins. */
  pages: Readonly<Record<string, readonly string[]>>;
  /** The tabs in which it is switched off. Which tab a page is in, only the background can say. */
  offTabs: readonly number[];
}

export const ARMED_PAGES_KEY = 'armedPages';

/**
 * The event on the window's `performance` by which the relay tells the page script a new arming; its `detail` is
 * `buildArmingText(…)`.
 */
export const ARMING_EVENT = 'kc-arming';

export function getArming(armed: ArmedPages | undefined, pageOrigin: string): Arming | undefined {
  // Own properties only: an origin is no property name of Object.prototype, but the stored object is not ours alone.
  const apiOrigins = armed && Object.hasOwn(armed.pages, pageOrigin) ? armed.pages[pageOrigin] : undefined;
  return armed && apiOrigins && { mark: armed.mark, apiOrigins };
}

/** One line, fit for a header and for an event: the mark, then the origins; for "not armed" a mark without origins. */
export function buildArmingText(arming: Arming | undefined): string {
  return arming ? [arming.mark, ...arming.apiOrigins].join(' ') : '-';
}

/** What the relay tells when it cannot find out in time; changes nothing but that nobody waits any more. */
export const UNKNOWN_ARMING_TEXT = '';
