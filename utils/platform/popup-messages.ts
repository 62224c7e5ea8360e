import { defineExtensionMessaging } from '@webext-core/messaging';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { PopupProtocol } from '@/utils/messages/popup-protocol';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { TokenFormSchema } from '@/utils/oauth2/token-form';

const { sendMessage, onMessage } = defineExtensionMessaging<PopupProtocol>();

/** Exactly an origin, and one over which a credential may go. */
const ConfidentialOrigin = v.pipe(
  v.string(),
  v.check((text) => {
    const reading = readBaseUrl(text);
    return reading.ok && reading.origin === text;
  }, 'not a confidential origin'),
);
const nothing = v.optional(v.null());
const schemas = {
  wakeUp: nothing,
  requestToken: TokenFormSchema,
  cancelTokenRequest: nothing,
  renewToken: nothing,
  logOut: nothing,
  changeSwitches: v.variant('kind', [
    v.object({ kind: v.literal('all'), on: v.boolean() }),
    v.object({ kind: v.literal('site'), origin: ConfidentialOrigin, on: v.boolean() }),
    v.object({ kind: v.literal('tab'), tabId: v.pipe(v.number(), v.integer()), on: v.boolean() }),
  ]),
  changeReach: v.object({
    api_origin: ConfidentialOrigin,
    change: v.variant('kind', [
      v.object({
        kind: v.picklist(['add', 'remove']),
        what: v.picklist(['pages', 'apis']),
        origin: ConfidentialOrigin,
      }),
      v.object({ kind: v.literal('opt'), what: v.picklist(['links', 'everything']), on: v.boolean() }),
    ]),
  }),
  goOnWithPermission: nothing,
  clearActivity: nothing,
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
