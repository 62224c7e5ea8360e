import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { PopupProtocol } from '@/utils/messages/popup-protocol';
import { TokenFormSchema } from '@/utils/oauth2/token-form';

const { sendMessage, onMessage } = defineExtensionMessaging<PopupProtocol>();

const nothing = v.optional(v.null());
const schemas = {
  wakeUp: nothing,
  requestToken: TokenFormSchema,
  cancelTokenRequest: nothing,
  renewToken: nothing,
  logOut: nothing,
  pauseInjection: v.boolean(),
};

export { sendMessage as askBackground };

/** True for the extension's own pages. Judges by what the browser says of the sender, never by the message. */
export function isOwnPage(sender: { id?: string | undefined; url?: string | undefined }): boolean {
  // Not by origin: by the URL Standard that is "null" for the extension's scheme, as for about:blank and data:.
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** Registers the answers of the background; an ask from anywhere but the extension's own pages is refused. */
export function answerPopup(answers: {
  [K in keyof PopupProtocol]: (data: Parameters<PopupProtocol[K]>[0]) => Promise<void>;
}): void {
  for (const type of Object.keys(schemas) as (keyof PopupProtocol)[]) {
    onMessage(type, ({ data, sender }) => {
      if (!isOwnPage(sender)) throw new Error(`Refused: ${type} was not asked by a page of the extension`);
      const answer = answers[type] as (data: unknown) => Promise<void>;
      return answer(v.parse(schemas[type], data));
    });
  }
}
