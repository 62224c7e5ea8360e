// A small page is loaded again and again in one tab for each arm, in turns. A script of the driver's notes when the
// document begins: before the content scripts, which come before the page's own first script. From there to
// DOMContentLoaded the two content scripts are all that an arm can differ in. "Navigation → DOMContentLoaded" is the
// whole, with what the rules cost in the browser's own processes; it scatters several times as much. In Chromium also the
// processor time that JavaScript takes on the page's main thread: other programs do not blur that, but it leaves out what
// the browser does to make the relay a world of its own. Images and the like are left out: each is a request.
import type { Page } from 'puppeteer-core';
import { type Comparison, comparePairs } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';
import { armNames, type Arms, PAGE_PATH } from './arms.ts';

const TURNS = { rounds: 80, warmUps: 8 };

type LoadTimes = Record<string, number>;

interface LoadingPage {
  documentStartMs: number;
}

export async function measurePageLoad(arms: Arms): Promise<Comparison[]> {
  const openTab = async (name: (typeof armNames)[number]): Promise<() => Promise<LoadTimes>> => {
    const { harness, origin } = arms[name];
    const page = await harness.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      (globalThis as unknown as LoadingPage).documentStartMs = performance.now();
    });
    const readProcessorTimes = arms.browserName === 'chromium' ? await watchProcessor(page) : undefined;
    return async () => {
      await page.goto(`${origin}${PAGE_PATH}`);
      return { ...(await readLoadTimes(page)), ...(await readProcessorTimes?.()) };
    };
  };
  const load = {
    armed: await openTab('armed'),
    'not armed': await openTab('not armed'),
    'no extension': await openTab('no extension'),
  };
  const samples = await takeTurns(armNames, TURNS, (name) => load[name]());
  const read = (name: (typeof armNames)[number], figure: string): number[] =>
    samples[name].map((times) => times[figure] ?? Number.NaN);
  return Object.keys(samples.armed[0] ?? {}).flatMap((what) =>
    (['armed', 'not armed'] as const).map((name) =>
      comparePairs(
        { part: 'Page load', what, with: name, without: 'no extension', unit: 'ms' },
        read('no extension', what),
        read(name, what),
      ),
    ),
  );
}

function readLoadTimes(page: Page): Promise<LoadTimes> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (!navigation) throw new Error('The document has no navigation entry.');
    const { startTime, domContentLoadedEventStart: readyMs } = navigation;
    const { documentStartMs } = globalThis as unknown as LoadingPage;
    return {
      'document start → DOMContentLoaded': readyMs - documentStartMs,
      'navigation → DOMContentLoaded': readyMs - startTime,
    };
  });
}

/** Chromium counts anew with each document, in seconds. */
async function watchProcessor(page: Page): Promise<() => Promise<LoadTimes>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
    return { 'scripts, processor time': seconds * 1000 };
  };
}
