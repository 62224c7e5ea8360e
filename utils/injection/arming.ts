import { type InForce, type Injection, NO_PAGE } from './injection';

/**
 * What a page has to know so that its API requests get the header: the mark to put on them, and which origins are
 * APIs of it. Neither is a secret; no token is ever part of it, nor which profile's it is.
 */
export interface Arming {
  mark: string;
  apis: readonly string[];
}

/** Which pages are armed, as kept in `storage.local`, where content scripts can read it. */
export interface ArmedPages {
  /** By the origin of the page. */
  pages: Readonly<Record<string, Arming>>;
  /** The tabs in which it is switched off. Which tab a page is in, only the background can say. */
  offTabs: readonly number[];
}

export const ARMED_PAGES_KEY = 'armedPages';

/**
 * The event on the window's `performance` by which the relay tells the page script a new arming; its `detail` is
 * `buildArmingText(…)`.
 */
export const ARMING_EVENT = 'kc-arming';

/** The APIs of each page, whichever injection has the route. */
export function listApisByPage(injections: readonly Injection[]): ReadonlyMap<string, readonly string[]> {
  const apis = new Map<string, string[]>();
  for (const { page, api } of injections.flatMap(({ routes }) => routes)) {
    if (page === NO_PAGE) continue;
    const known = apis.get(page);
    if (known) known.push(api);
    else apis.set(page, [api]);
  }
  return apis;
}

/** @param marks by the origin of the page; a page without one is not armed */
export function buildArmedPages({ injections, offTabs }: InForce, marks: Readonly<Record<string, string>>): ArmedPages {
  const armings = [...listApisByPage(injections)].flatMap(([page, apis]): [string, Arming][] => {
    const mark = marks[page];
    return mark === undefined ? [] : [[page, { mark, apis }]];
  });
  return { pages: Object.fromEntries(armings), offTabs };
}

export function getArming(armed: ArmedPages | undefined, pageOrigin: string): Arming | undefined {
  // Own properties only: an origin is no property name of Object.prototype, but the stored object is not ours alone.
  const arming = armed?.pages && Object.hasOwn(armed.pages, pageOrigin) ? armed.pages[pageOrigin] : undefined;
  // What an earlier version stored here, or what is damaged, lasts until the background has started.
  const texts: unknown = Array.isArray(arming?.apis) && [arming.mark, ...arming.apis];
  return Array.isArray(texts) && texts.every((text) => text && typeof text === 'string') ? arming : undefined;
}

/** One line, fit for a header and for an event: the mark, then the origins; for "not armed" a mark without origins. */
export function buildArmingText(arming: Arming | undefined): string {
  return arming ? [arming.mark, ...arming.apis].join(' ') : '-';
}

/** What the relay tells when it cannot find out in time; changes nothing but that nobody waits any more. */
export const UNKNOWN_ARMING_TEXT = '';
