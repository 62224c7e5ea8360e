import type { Popup } from '../../e2e/support/popup.ts';

/** In the extension's own pages, in both browsers. */
declare const browser: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Asks the background as the popup does. Milliseconds until it has answered; throws when it refused. */
export async function timeMessage(popup: Popup, type: string, data: unknown): Promise<number> {
  const { tookMs, answer } = await popup.page.evaluate(
    async (message) => {
      const startedMs = performance.now();
      const answered = await browser.runtime.sendMessage({ ...message, id: 1, timestamp: Date.now() });
      return { tookMs: performance.now() - startedMs, answer: JSON.stringify(answered) ?? '' };
    },
    { type, data },
  );
  if (answer.includes('"err"')) throw new Error(`The background refused ${type}: ${answer}`);
  return tookMs;
}
