// The popup asks the background for a token; in turns with it, the same service worker sends the same body to the same
// server by a bare `fetch` and parses the answer. "Asked → in force" is all that lies around: message, journal, storing the
// token, the browser's rules. The POST alone is what the browser's resource timing says of both, within the worker.
import { startHarness } from '../../e2e/support/harness.ts';
import { API } from '../../e2e/support/hosts.ts';
import { getSeenRequests } from '../../e2e/support/seen-requests.ts';
import { getTokenEndpoint } from '../../utils/oauth2/form-post.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { logIn } from '../support/log-in.ts';
import { takeTurns } from '../support/take-turns.ts';
import { timeMessage } from '../support/time-message.ts';

const TURNS = { rounds: 40, warmUps: 8 };

export const measureTokenPost: Measure = async (browserName, executablePath) => {
  const harness = await startHarness({ browserName, executablePath });
  try {
    const { popup, login } = await logIn(harness, { grant: 'client_credentials', client_id: 'knetik' });
    const target = await harness.browser.waitForTarget((each) => each.type() === 'service_worker');
    const worker = await target.worker();
    if (!worker) throw new Error('There is no service worker.');
    const url = getTokenEndpoint(API);
    const body = getSeenRequests(harness, '/oauth/token').at(-1)?.body ?? '';
    const samples = await takeTurns(['own', 'bare'], TURNS, async (name) => {
      await worker.evaluate(() => performance.clearResourceTimings());
      const tookMs =
        name === 'own' ? await timeMessage(popup, 'requestToken', login) : await worker.evaluate(postBare, url, body);
      const postMs = await worker.evaluate((endpoint) => {
        const [entry, ...more] = performance.getEntriesByName(endpoint);
        return entry && more.length === 0 ? entry.duration : Number.NaN;
      }, url);
      if (Number.isNaN(postMs)) throw new Error('Not one request to the token endpoint was seen.');
      return { tookMs, postMs };
    });
    const compare = (what: string, figure: 'tookMs' | 'postMs'): Comparison =>
      comparePairs(
        { part: 'Token request', what, with: 'the background', without: 'bare fetch', unit: 'ms' },
        samples.bare.map((each) => each[figure]),
        samples.own.map((each) => each[figure]),
      );
    return {
      browser: await harness.browser.version(),
      comparisons: [compare('the POST alone', 'postMs'), compare('asked → token in force', 'tookMs')],
    };
  } finally {
    await harness.close();
  }
};

/** Runs in the worker. */
async function postBare(url: string, body: string): Promise<number> {
  const startedMs = performance.now();
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body, credentials: 'omit', cache: 'no-store' });
  await response.json();
  return performance.now() - startedMs;
}
