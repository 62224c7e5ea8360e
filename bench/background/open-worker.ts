import type { CDPSession } from 'puppeteer-core';
import type { Harness } from '../../e2e/support/harness.ts';

/** Chromium: works on the running service worker of an extension, and lets go of it: one that is held cannot be stopped. */
export async function withWorker<Result>(
  { browser }: Pick<Harness, 'browser'>,
  extensionUrl: string,
  work: (session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(extensionUrl),
  );
  const session = await target.createCDPSession();
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}
