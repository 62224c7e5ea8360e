import type { Page } from 'puppeteer-core';

export interface Flood {
  perSecond: number;
  seconds: number;
}

export interface Flooded {
  /** From the first request until the last is answered. */
  tookMs: number;
  /** How late the page's own code came to its turns, on average. */
  lateMs: number;
  failed: number;
}

/** Makes a page send so many requests a second, or as many as it can: those that are late follow. */
export function flood(page: Page, asked: Flood): Promise<Flooded> {
  return page.evaluate(floodInPage, asked);
}

/** Runs in the page. Its ticks come from a worker: those of a page that is not in front are slowed down. */
async function floodInPage({ perSecond, seconds }: Flood): Promise<Flooded> {
  const TICK_MS = 10;
  // More would be refused by the browser.
  const MOST_UNDER_WAY = 200;
  const script = `setInterval(() => postMessage(performance.timeOrigin + performance.now()), ${TICK_MS});`;
  const url = URL.createObjectURL(new Blob([script]));
  const ticks = new Worker(url);
  const total = perSecond * seconds;
  const lateMs: number[] = [];
  let sent = 0;
  let answered = 0;
  let failed = 0;
  const startedMs = performance.now();
  await new Promise<void>((resolve) => {
    const send = async (): Promise<void> => {
      sent += 1;
      try {
        // Each another address: the browser's cache would let only one at a time ask for the same.
        await (await fetch(`/echo?${sent}`)).arrayBuffer();
      } catch {
        failed += 1;
      }
      answered += 1;
      if (answered === total) resolve();
    };
    ticks.addEventListener('message', ({ data: tickedAtMs }: MessageEvent<number>) => {
      lateMs.push(performance.timeOrigin + performance.now() - tickedAtMs);
      const due = Math.min(total, Math.ceil(((performance.now() - startedMs) / 1000) * perSecond));
      const free = MOST_UNDER_WAY - (sent - answered);
      for (let more = Math.min(due - sent, free); more > 0; more -= 1) void send();
    });
  });
  ticks.terminate();
  URL.revokeObjectURL(url);
  const mean = lateMs.reduce((sum, each) => sum + each, 0) / lateMs.length;
  return { tookMs: performance.now() - startedMs, lateMs: mean, failed };
}
