import browser from 'webextension-polyfill';
import { buildArmedPages, listApisByPage } from '@/utils/injection/arming';
import type { InForce } from '@/utils/injection/injection';
import { buildMark } from '@/utils/injection/mark';
import { updateMarks } from '@/utils/injection/page-marks';
import { fitIntoRules } from '@/utils/injection/rule-limit';
import { buildSessionRules, type SessionRule } from '@/utils/injection/session-rules';
import { armedPagesItem, marksItem } from './storage';

/**
 * Chromium: puts what is to be injected into declarativeNetRequest session rules, and tells the open pages. When that
 * fails, no rule is left and no page armed: those of before may hold a token that must not go out any more.
 */
export async function applySessionRules(inForce: InForce): Promise<void> {
  try {
    const fitting = fitIntoRules(inForce);
    const marks = await readMarks([...listApisByPage(fitting.injections).keys()]);
    // Before the pages mark anything, or the first marked request would leave without a header.
    await replaceRules(buildSessionRules(fitting, marks));
    const armed = buildArmedPages(fitting, marks);
    await (Object.keys(armed.pages).length === 0 ? armedPagesItem.removeValue() : armedPagesItem.setValue(armed));
  } catch (error) {
    // Both, whatever becomes of the other.
    await Promise.allSettled([replaceRules([]), armedPagesItem.removeValue()]);
    throw error;
  }
}

/** In one atomic change: no request falls between. */
async function replaceRules(addRules: SessionRule[]): Promise<void> {
  const { declarativeNetRequest } = browser;
  const removeRuleIds = (await declarativeNetRequest.getSessionRules()).map(({ id }) => id);
  await declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
}

/** The marks of these pages; stored, because the background may be stopped while the rules stay in force. */
async function readMarks(pages: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const known = await marksItem.getValue();
  const marks = updateMarks(known, pages, () => buildMark((bytes) => crypto.getRandomValues(bytes)));
  if (marks !== known) await marksItem.setValue(marks);
  return marks;
}
