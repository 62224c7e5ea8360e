import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  ARMING_EVENT,
  type ArmedPages,
  type Arming,
  buildArmingText,
  getArming,
  UNKNOWN_ARMING_TEXT,
} from '@/utils/injection/arming';
import { isRejectedXhr, REJECTED_EVENT, RENEWED_EVENT } from '@/utils/injection/rejection';
import { answerRelayQuestion, askFromPage, followArmedPages } from '@/utils/platform/relay';

/** A named export too, because the production build runs it without WXT's wrapper. */
export function main(): void {
  let arming: Arming | undefined;
  let latest: ArmedPages | undefined;
  const { promise: untilRead, resolve: noteRead } = Promise.withResolvers<void>();
  let asking: { sentAtMs: number; answer: Promise<boolean | undefined> } | undefined;
  /** The next question: about the oldest of those that the one under way does not answer. */
  let next: { sentAtMs: number; answer: Promise<boolean | undefined> } | undefined;
  /** One question at a time, whatever the page does: thousands of them would keep the background from its work. */
  const ask = async (sentAtMs: number): Promise<boolean | undefined> => {
    await untilRead;
    // Not a number: a page made the event up. Together with the others it would make theirs none, too.
    if (!arming || !Number.isFinite(sentAtMs)) return false;
    if (asking && !(asking.sentAtMs > sentAtMs)) return asking.answer;
    if (asking) {
      // An older request may have carried an older token.
      const mine = next ?? { sentAtMs, answer: asking.answer.then(() => askNext()) };
      next = mine;
      mine.sentAtMs = Math.min(mine.sentAtMs, sentAtMs);
      return mine.answer;
    }
    const mine = { sentAtMs, answer: askFromPage('renewAfterRejection', sentAtMs) };
    asking = mine;
    const isRenewed = await mine.answer;
    asking = undefined;
    return isRenewed;
  };
  const askNext = async (): Promise<boolean | undefined> => {
    const { sentAtMs = 0 } = next ?? {};
    next = undefined;
    return ask(sentAtMs);
  };
  const tell = (event: string, detail: string): void => {
    performance.dispatchEvent(new CustomEvent(event, { detail }));
  };
  const follow = async (armed: ArmedPages | undefined): Promise<void> => {
    latest = armed;
    let found = getArming(armed, self.origin);
    // Only then is it worth the question which tab this is.
    if (found && armed?.offTabs?.length && (await askFromPage('isTabOff')) !== false) found = undefined;
    if (latest !== armed) return;
    arming = found;
    noteRead();
    tell(ARMING_EVENT, buildArmingText(arming));
  };
  followArmedPages(
    (armed) => void follow(armed),
    () => tell(ARMING_EVENT, UNKNOWN_ARMING_TEXT),
  );
  performance.addEventListener(REJECTED_EVENT, (event) => {
    const { detail } = event as CustomEvent<number>;
    void ask(detail).then((isRenewed) => tell(RENEWED_EVENT, isRenewed ? 'yes' : ''));
  });
  // A page can wait for a renewal and send a fetch again, but not an XMLHttpRequest. Its next one is to work.
  new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries() as PerformanceResourceTiming[]) {
      // By its age, because this clock stands still while the machine sleeps.
      const ageMs = performance.now() - entry.startTime;
      if (arming && isRejectedXhr(entry, arming.mark)) void ask(Date.now() - ageMs);
    }
  }).observe({ type: 'resource' });
  answerRelayQuestion();
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
