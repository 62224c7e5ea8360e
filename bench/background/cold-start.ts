// The background is stopped, or is not; all else is the same: the popup wakes it and is closed. Then a page is opened
// whose first line sends a request. In Chromium the browser adds the header without the background, which only looks on;
// in Firefox the request waits until the background is there. The second part asks for a token, as “Get token” does.
import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import { API } from '../../e2e/support/hosts.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { logIn } from '../support/log-in.ts';
import { takeTurns } from '../support/take-turns.ts';
import { timeMessage } from '../support/time-message.ts';

const TURNS = { rounds: 15, warmUps: 2 };
const STATES = ['stopped', 'running'] as const;
const PAGE_PATH = '/first.html';

interface FirstRequest {
  answeredMs: number;
  tookMs: number;
  authorization?: string;
}

const files = {
  [PAGE_PATH]: {
    type: 'text/html',
    body: `<!doctype html><script>
      const calledMs = performance.now();
      fetch('/echo').then((response) => response.json()).then(({ headers: { authorization } }) => {
        const answeredMs = performance.now();
        firstRequest = { answeredMs, tookMs: answeredMs - calledMs, authorization };
      });
    </script>`,
  },
};

export const measureColdStart: Measure = async (browserName, executablePath) => {
  const harness = await startHarness({ browserName, executablePath, files });
  try {
    const { popup, login } = await logIn(harness, { grant: 'client_credentials', client_id: 'knetik' });
    const stopFor = async (state: (typeof STATES)[number]): Promise<void> => {
      if (state === 'stopped') await harness.stopBackground();
    };
    const asked = await takeTurns(STATES, TURNS, async (state) => {
      await stopFor(state);
      return timeMessage(popup, 'requestToken', login);
    });
    await popup.page.close();
    const loaded = await takeTurns(STATES, TURNS, async (state) => {
      await (await harness.openPopup()).page.close();
      await stopFor(state);
      return readFirstRequest(harness);
    });
    const compare = (what: string, read: (state: (typeof STATES)[number]) => number[]): Comparison =>
      comparePairs(
        { part: 'Cold start', what, with: 'background stopped', without: 'background running', unit: 'ms' },
        read('running'),
        read('stopped'),
      );
    return {
      browser: await harness.browser.version(),
      comparisons: [
        compare('page opened → first answer', (state) => loaded[state].map(({ answeredMs }) => answeredMs)),
        compare('first request → answer', (state) => loaded[state].map(({ tookMs }) => tookMs)),
        compare('“Get token” → token in force', (state) => asked[state]),
      ],
    };
  } finally {
    await harness.close();
  }
};

async function readFirstRequest(harness: Harness): Promise<FirstRequest> {
  const page = await harness.openPage(API + PAGE_PATH);
  await page.waitForFunction(() => 'firstRequest' in window, { polling: 20 });
  const first = await page.evaluate(() => (window as unknown as { firstRequest: FirstRequest }).firstRequest);
  await page.close();
  if (!first.authorization) throw new Error('The first request carried no token.');
  return first;
}
