import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Injection } from '@/utils/injection/session-rules';
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
 * @param readInjection which pages may ask at this moment; others are refused, whatever they say
 */
export function answerPages(
  answers: { renewAfterRejection: (request: { sentAtMs: number }) => Promise<boolean> },
  readInjection: () => Promise<Pick<Injection, 'pageOrigins' | 'offTabs'> | undefined>,
): void {
  const mayAsk = async ({ id, origin = 'null', tab }: PageSender): Promise<boolean> => {
    const { pageOrigins, offTabs } = (await readInjection()) ?? { pageOrigins: [], offTabs: [] };
    return id === browser.runtime.id && pageOrigins.includes(origin) && !offTabs.includes(tab?.id ?? -1);
  };
  onMessage('renewAfterRejection', async ({ data, sender }) => {
    if (!(await mayAsk(sender))) throw new Error('Refused: renewAfterRejection was not asked by an armed page');
    return answers.renewAfterRejection({ sentAtMs: v.parse(v.pipe(v.number(), v.finite()), data) });
  });
  onMessage('isTabOff', async ({ sender }) => !(await mayAsk(sender)));
}
