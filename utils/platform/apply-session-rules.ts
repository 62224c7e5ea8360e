import browser from 'webextension-polyfill';
import { buildMark } from '@/utils/injection/mark';
import { buildSessionRules, type Injection } from '@/utils/injection/session-rules';
import { armedPagesItem, markItem } from './storage';

/** Chromium: puts the injection into declarativeNetRequest session rules, and tells the open pages. */
export async function applySessionRules(injection: Injection | undefined): Promise<void> {
  const mark = await readMark();
  const { declarativeNetRequest } = browser;
  const removeRuleIds = (await declarativeNetRequest.getSessionRules()).map(({ id }) => id);
  const addRules = buildSessionRules(injection, mark);
  // One atomic change; and before the pages mark anything, or the first marked request would leave without a header.
  await declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
  const pages = injection && Object.fromEntries(injection.pageOrigins.map((origin) => [origin, [injection.apiOrigin]]));
  if (pages) await armedPagesItem.setValue({ mark, pages });
  else await armedPagesItem.removeValue();
}

/** The mark of this browser session, made at its first use. */
async function readMark(): Promise<string> {
  const known = await markItem.getValue();
  if (known) return known;
  const mark = buildMark((bytes) => crypto.getRandomValues(bytes));
  await markItem.setValue(mark);
  return mark;
}
