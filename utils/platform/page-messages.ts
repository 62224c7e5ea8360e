import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { InForce } from '@/utils/injection/injection';
import type { PageProtocol } from '@/utils/messages/page-protocol';

const { onMessage } = defineExtensionMessaging<PageProtocol>();

/** What the browser says of a content script that asks; `origin` is Chromium's own. */
interface PageSender {
  id?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/**
 * Registers the background's answers to page relays.
 * @param answers.renewAfterRejection is asked for all profiles that are in force on the page: which one's token a request
 * of it carried, the page does not know
 * @param readInForce which pages may ask at this moment; others are refused, whatever they say
 */
export function answerPages(
  answers: { renewAfterRejection: (profileIds: string[], request: { sentAtMs: number }) => Promise<boolean> },
  readInForce: () => Promise<InForce>,
): void {
  /** The profiles that are in force on the page that asks; none for a page that may not. */
  const listProfileIds = async ({ id, origin, tab }: PageSender): Promise<string[]> => {
    const { injections, offTabs } = await readInForce();
    // No origin must not be taken for that of routes without a page.
    if (id !== browser.runtime.id || !origin || offTabs.includes(tab?.id ?? -1)) return [];
    const ofPage = injections.filter(({ routes }) => routes.some(({ page }) => page === origin));
    return ofPage.map(({ profileId }) => profileId);
  };
  onMessage('renewAfterRejection', async ({ data, sender }) => {
    const profileIds = await listProfileIds(sender);
    if (profileIds.length === 0) throw new Error('Refused: renewAfterRejection was not asked by an armed page');
    return answers.renewAfterRejection(profileIds, { sentAtMs: v.parse(v.pipe(v.number(), v.finite()), data) });
  });
  onMessage('isTabOff', async ({ sender }) => (await listProfileIds(sender)).length === 0);
}
