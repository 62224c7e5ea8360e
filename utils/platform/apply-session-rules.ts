import browser from 'webextension-polyfill';
import { buildMark } from '@/utils/injection/mark';
import { buildSessionRules, type Injection } from '@/utils/injection/session-rules';
import { armedPagesItem, markItem } from './storage';

/** Chromium: puts the injection into declarativeNetRequest session rules, and tells the open pages. */
export async function applySessionRules(injection: Injection | undefined): Promise<void> {
  const mark = await readMark(injection?.pageOrigins ?? []);
  const { declarativeNetRequest } = browser;
  const removeRuleIds = (await declarativeNetRequest.getSessionRules()).map(({ id }) => id);
  const addRules = buildSessionRules(injection, mark);
  // One atomic change; and before the pages mark anything, or the first marked request would leave without a header.
  await declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
  if (!injection) return armedPagesItem.removeValue();
  const { pageOrigins, apiOrigins, offTabs } = injection;
  const pages = Object.fromEntries(pageOrigins.map((origin) => [origin, apiOrigins]));
  return armedPagesItem.setValue({ mark, pages, offTabs });
}

/**
 * The mark for these pages: a new one when they are others than those that know the last one. On a page that has no
 * business with the API any more, a mark still in force would be as good as the page being chosen.
 */
async function readMark(pageOrigins: readonly string[]): Promise<string> {
  const known = await markItem.getValue();
  const isForThem = known !== null && pageOrigins.every((origin) => known.pageOrigins.includes(origin));
  if (isForThem && (pageOrigins.length === known.pageOrigins.length || pageOrigins.length === 0)) return known.mark;
  const mark = buildMark((bytes) => crypto.getRandomValues(bytes));
  await markItem.setValue({ mark, pageOrigins });
  return mark;
}
