// Real tabs of the API's origin are open. When the renewal reaches the token endpoint, they are all told to send a request,
// and send it again for as long as it carries the old token. The time is the server's, from the arrival of the renewal (so
// its answer's own milliseconds are in it) until the last tab's request with the new token. The floor is the same with no
// renewal: the tabs are told, each sends one request.
import type { Page } from 'puppeteer-core';
import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import { API } from '../../e2e/support/hosts.ts';
import { waitUntil } from '../../e2e/support/wait-until.ts';
import type { LoggedRequest } from '../../sandbox/logged-request.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { logIn } from '../support/log-in.ts';
import { takeTurns } from '../support/take-turns.ts';

const TABS = 100;
const TURNS = { rounds: 12, warmUps: 2 };
const ARMS = ['all, renewed', 'all, not renewed', 'one, renewed', 'one, not renewed'] as const;

const files = {
  '/tab.html': {
    type: 'text/html',
    body: `<!doctype html><script>
      const tab = Number(location.search.slice(1));
      const channel = new BroadcastChannel('bench');
      channel.onmessage = async ({ data: { tabs, old } }) => {
        if (tab >= tabs) return;
        for (;;) {
          const { headers } = await (await fetch('/echo?tab=' + tab)).json();
          if (headers.authorization !== old) return;
        }
      };
    </script>`,
  },
};

interface Signal {
  tabs: number;
  /** The header that is not wanted any more. */
  old: string;
}

export const measureRenewal: Measure = async (browserName, executablePath) => {
  const harness = await startHarness({ browserName, executablePath, files });
  try {
    const fields = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
    const { popup, login } = await logIn(harness, fields);
    await openTabs(harness);
    const teller = await harness.openPage(`${API}/tab.html?${TABS}`);
    const samples = await takeTurns(ARMS, TURNS, async (arm) => {
      const tabs = arm.startsWith('all') ? TABS : 1;
      const isRenewed = !arm.endsWith('not renewed');
      const old = isRenewed ? `Bearer ${(await popup.readToken())?.access_token}` : 'none';
      const told = tellTabs(harness, teller, { tabs, old }, isRenewed);
      if (isRenewed) await popup.ask('renewToken', login.profileId);
      return told;
    });
    const compare = (what: string, withIt: (typeof ARMS)[number], without: (typeof ARMS)[number]): Comparison =>
      comparePairs({ part: 'Renewal', what, with: withIt, without, unit: 'ms' }, samples[without], samples[withIt]);
    return {
      browser: await harness.browser.version(),
      comparisons: [
        compare(`${TABS} tabs use the new token`, 'all, renewed', 'all, not renewed'),
        compare('one of them does', 'one, renewed', 'one, not renewed'),
        compare(`${TABS} tabs against one`, 'all, renewed', 'one, renewed'),
      ],
    };
  } finally {
    await harness.close();
  }
};

async function openTabs(harness: Harness): Promise<void> {
  for (let tab = 0; tab < TABS; tab += 1) await harness.openPage(`${API}/tab.html?${tab}`);
}

/** Tells the tabs, now or when the renewal arrives. Milliseconds until all have sent a request without the old header. */
async function tellTabs(harness: Harness, teller: Page, signal: Signal, atRenewal: boolean): Promise<number> {
  const { log } = harness.sandbox;
  log.length = 0;
  if (atRenewal) await waitForArrival(log, '/oauth/token');
  const startedAtMs = Date.now();
  await teller.evaluate(`channel.postMessage(${JSON.stringify(signal)})`);
  const sentAtMs = new Map<string, number>();
  await waitUntil('all tabs have sent it', () => {
    for (const { path, headers, atMs } of log) {
      if (path.startsWith('/echo?tab=') && headers['authorization'] !== signal.old && !sentAtMs.has(path))
        sentAtMs.set(path, atMs);
    }
    return sentAtMs.size === signal.tabs;
  });
  return Math.max(...sentAtMs.values()) - startedAtMs;
}

/** Resolves as a request arrives, not when somebody looks next. */
function waitForArrival(log: LoggedRequest[], path: string): Promise<void> {
  return new Promise((resolve) => {
    log.push = (...requests) => {
      if (requests.some((each) => each.path === path)) {
        // The array's own again.
        Reflect.deleteProperty(log, 'push');
        resolve();
      }
      return Array.prototype.push.apply(log, requests);
    };
  });
}
