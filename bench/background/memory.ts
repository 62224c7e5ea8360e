// The JavaScript heap of the service worker, after two garbage collections: just started, and after a page has sent so many
// requests that the background saw. The floor is the worker of an extension that does nothing.
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { startHarness } from '../../e2e/support/harness.ts';
import { API } from '../../e2e/support/hosts.ts';
import { readHeapKilobytes } from '../../e2e/support/read-heap.ts';
import { buildBareExtension } from '../bare/build-bare-extension.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { logIn } from '../support/log-in.ts';
import { withWorker } from './open-worker.ts';

const ROUNDS = 4;
const REQUESTS = 1000;
/** Longer than what is seen waits to be written. */
const SETTLED_MS = 700;

declare const chrome: { runtime: { sendMessage(message: string): Promise<unknown> } };

export const measureMemory: Measure = async (browserName, executablePath) => {
  const folder = await buildBareExtension();
  const harness = await startHarness({ browserName, executablePath });
  try {
    const { popup } = await logIn(harness, { grant: 'client_credentials', client_id: 'knetik' });
    await popup.page.close();
    const bareUrl = `chrome-extension://${await harness.browser.installExtension(folder)}/`;
    const barePage = await harness.openPage(`${bareUrl}index.html`);
    const page = await harness.openPage(`${API}/blank`);
    const samples = { idle: [] as number[], started: [] as number[], once: [] as number[], twice: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await harness.stopBackground();
      await barePage.evaluate(() => chrome.runtime.sendMessage('wake up').catch(() => {}));
      samples.idle.push(await withWorker(harness, bareUrl, readHeapKilobytes));
      await (await harness.openPopup()).page.close();
      await settle();
      samples.started.push(await withWorker(harness, harness.extensionUrl, readHeapKilobytes));
      for (const after of [samples.once, samples.twice]) {
        await sendRequests(page);
        await settle();
        after.push(await withWorker(harness, harness.extensionUrl, readHeapKilobytes));
      }
    }
    const compare = (names: { what: string; with: string; without: string }, base: number[], measured: number[]) =>
      comparePairs({ part: 'Heap of the background', ...names, unit: 'kB' }, base, measured);
    const comparisons: Comparison[] = [
      compare(
        { what: 'after its start', with: 'the background', without: 'idle worker' },
        samples.idle,
        samples.started,
      ),
      compare({ what: 'what it saw', with: '1,000 requests', without: 'none' }, samples.started, samples.once),
      compare({ what: 'what it saw', with: '2,000 requests', without: '1,000 requests' }, samples.once, samples.twice),
    ];
    return { browser: await harness.browser.version(), comparisons };
  } finally {
    await harness.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function sendRequests(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (count) => {
    const LINES = 10;
    const send = async (_each: unknown, line: number): Promise<void> => {
      // Each line another address: the browser's cache would let only one at a time ask for the same.
      for (let sent = 0; sent < count / LINES; sent += 1) await (await fetch(`/echo?${line}`)).arrayBuffer();
    };
    await Promise.all(Array.from({ length: LINES }, send));
  }, REQUESTS);
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
}
