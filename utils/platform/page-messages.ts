import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { PageProtocol } from '@/utils/messages/page-protocol';

const { onMessage } = defineExtensionMessaging<PageProtocol>();

/** What the browser says of a content script that asks; `origin` is Chromium's own. */
interface PageSender {
  id?: string | undefined;
  origin?: string | undefined;
}

/**
 * Registers the background's answers to page relays.
 * @param readPageOrigins the pages that may ask at this moment; others are refused, whatever they say
 */
export function answerPages(
  answers: { renewAfterRejection: (request: { sentAtMs: number }) => Promise<boolean> },
  readPageOrigins: () => Promise<readonly string[]>,
): void {
  onMessage('renewAfterRejection', async ({ data, sender }) => {
    const { id, origin = 'null' }: PageSender = sender;
    if (id !== browser.runtime.id || !(await readPageOrigins()).includes(origin)) {
      throw new Error('Refused: renewAfterRejection was not asked by an armed page');
    }
    return answers.renewAfterRejection({ sentAtMs: v.parse(v.pipe(v.number(), v.finite()), data) });
  });
}
