import { defineContentScript } from 'wxt/utils/define-content-script';
import { ARMING_EVENT, buildArmingText, getArming } from '@/utils/injection/arming';
import { answerRelayQuestion, followArmedPages } from '@/utils/platform/relay';

/** A named export too, because the production build runs it without WXT's wrapper. */
export function main(): void {
  answerRelayQuestion();
  followArmedPages((armed) => {
    const detail = buildArmingText(getArming(armed, self.origin));
    performance.dispatchEvent(new CustomEvent(ARMING_EVENT, { detail }));
  });
}

/** The page relay. Runs beside the page script, in the extension's own world, and tells it what to mark. */
export default defineContentScript({
  matches: ['https://*.knetikcloud.com/*'],
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  exclude: ['firefox'],
  main,
});
