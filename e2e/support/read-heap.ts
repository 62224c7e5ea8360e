import type { CDPSession } from 'puppeteer-core';

/** The JavaScript heap of a page or worker in Chromium, in kilobytes, without what could be collected. */
export async function readHeapKilobytes(session: CDPSession): Promise<number> {
  // Once more, for what only the first collection set free.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1000;
}
