import { defineContentScript } from 'wxt/utils/define-content-script';
import { ARMING_EVENT, type Arming, buildArmingText, getArming } from '@/utils/injection/arming';
import { isRejectedXhr, REJECTED_EVENT, RENEWED_EVENT } from '@/utils/injection/rejection';
import { answerRelayQuestion, askForRenewal, followArmedPages } from '@/utils/platform/relay';

/** A named export too, because the production build runs it without WXT's wrapper. */
export function main(): void {
  let arming: Arming | undefined;
  let asking: Promise<boolean> | undefined;
  // One question at a time, whatever the page does: the answer is about the same token.
  const ask = (sentAtMs: number): Promise<boolean> => {
    asking ??= askForRenewal(sentAtMs).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const tell = (event: string, detail: string): void => {
    performance.dispatchEvent(new CustomEvent(event, { detail }));
  };
  answerRelayQuestion();
  followArmedPages((armed) => {
    arming = getArming(armed, self.origin);
    tell(ARMING_EVENT, buildArmingText(arming));
  });
  performance.addEventListener(REJECTED_EVENT, (event) => {
    const sentAtMs = Number((event as CustomEvent<unknown>).detail);
    void ask(sentAtMs).then((isRenewed) => tell(RENEWED_EVENT, isRenewed ? 'yes' : ''));
  });
  // A page can wait for a renewal and send a fetch again, but not an XMLHttpRequest. Its next one is to work.
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries() as PerformanceResourceTiming[]) {
      if (arming && isRejectedXhr(entry, arming.mark)) void ask(performance.timeOrigin + entry.startTime);
    }
  }).observe({ type: 'resource' });
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
