import browser, { type Tabs } from 'webextension-polyfill';
import { hasRelay } from './tabs';

/** A tab that shows a page of an origin. */
export interface PageTab {
  id: number;
  /** False when the page was opened before the extension. */
  hasRelay: boolean;
}

/**
 * The tab that shows a page of this origin: the preferred one, else the one in front, else the one that was last; undefined
 * where there is none, or none that the extension may know of.
 */
export async function findPageTab(origin: string, preferredId?: number): Promise<PageTab | undefined> {
  const tabs = await browser.tabs.query({});
  const shows = ({ url }: Tabs.Tab): boolean =>
    url !== undefined && URL.canParse(url) && new URL(url).origin === origin;
  const rank = ({ id, active, lastAccessed = 0 }: Tabs.Tab): number[] => [
    Number(id === preferredId),
    Number(active),
    lastAccessed,
  ];
  const [tab] = tabs.filter(shows).toSorted((a, b) => compare(rank(b), rank(a)));
  return tab?.id === undefined ? undefined : { id: tab.id, hasRelay: await hasRelay(tab.id) };
}

/** The address that a page of the extension was opened to explain, if any: `popup.html?explain=…`. */
export function readPageToExplain(): string | undefined {
  return new URLSearchParams(location.search).get('explain') ?? undefined;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((number, at) => number !== b[at]);
  return (a[index] ?? 0) - (b[index] ?? 0);
}
