import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PopupProtocol } from '@/utils/messages/popup-protocol';

/** The background checks who asks, and what: `answer-popup.ts`. */
export const { sendMessage: askBackground, onMessage: onAsked } = defineExtensionMessaging<PopupProtocol>();
