// A page sends 1,000 requests a second. With and without the extension: how long it takes until all are answered, which is
// longer than they were asked for when machine, server or extension cannot keep up, and how late the page's own code comes
// to its turn meanwhile. Then the popup is opened while the page does so, or sends ten a second, and what the background
// writes meanwhile is counted.
import { type Harness, startHarness } from '../../e2e/support/harness.ts';
import { API } from '../../e2e/support/hosts.ts';
import type { Popup } from '../../e2e/support/popup.ts';
import { openTimedTab, timePopup } from '../popup/time-popup.ts';
import type { Measure } from '../support/bench.ts';
import { comparePairs, type Comparison } from '../support/comparison.ts';
import { logIn } from '../support/log-in.ts';
import { takeTurns } from '../support/take-turns.ts';
import { flood, type Flooded } from './flood.ts';

const TURNS = { rounds: 6, warmUps: 1 };
const FLOOD = { perSecond: 1000, seconds: 1 };
const TRICKLE = { perSecond: 10, seconds: 1 };
/** As many as are kept for the user to see. */
const KEPT = 500;

export const measureActivity: Measure = async (browserName, executablePath) => {
  const start = (): Promise<Harness> => startHarness({ browserName, executablePath });
  const [equipped, bare] = await Promise.all([start(), start()]);
  try {
    await bare.uninstall();
    const { popup } = await logIn(equipped, { grant: 'client_credentials', client_id: 'knetik' });
    const pages = { with: await equipped.openPage(`${API}/blank`), without: await bare.openPage(`${API}/blank`) };
    const flooded = await takeTurns(['with', 'without'], TURNS, async (name) => {
      const harness = name === 'with' ? equipped : bare;
      await pages[name].bringToFront();
      const result = await flood(pages[name], FLOOD);
      expectArrived(harness, result, name === 'with');
      if (name === 'with') await expectKept(popup);
      return result;
    });

    const tab = await openTimedTab(equipped, 'token card');
    await popup.countWrites('activity');
    const opened = await takeTurns(['flood', 'trickle'], TURNS, async (name) => {
      const before = await popup.getWrites();
      const ended = flood(pages.with, name === 'flood' ? FLOOD : TRICKLE);
      const usableMs = await timePopup(tab, `${equipped.extensionUrl}popup.html`);
      const { tookMs } = await ended;
      const writes = (await popup.getWrites()) - before;
      return { usableMs, writesPerSecond: (writes * 1000) / tookMs };
    });

    const compareFloods = (what: string, figure: 'tookMs' | 'lateMs'): Comparison =>
      comparePairs(
        { part: 'Activity', what, with: 'extension, logged in', without: 'no extension', unit: 'ms' },
        flooded.without.map((each) => each[figure]),
        flooded.with.map((each) => each[figure]),
      );
    const compareRates = (what: string, unit: 'ms' | '/s', figure: 'usableMs' | 'writesPerSecond'): Comparison =>
      comparePairs(
        { part: 'Activity', what, with: '1,000 requests a second', without: '10 a second', unit },
        opened.trickle.map((each) => each[figure]),
        opened.flood.map((each) => each[figure]),
      );
    return {
      browser: await equipped.browser.version(),
      comparisons: [
        compareFloods('1,000 requests in 1 s → all answered', 'tookMs'),
        compareFloods('the page’s own code is late by', 'lateMs'),
        compareRates('popup opened → usable', 'ms', 'usableMs'),
        compareRates('writes of the list', '/s', 'writesPerSecond'),
      ],
    };
  } finally {
    await Promise.all([equipped.close(), bare.close()]);
  }
};

/** Throws unless every request reached the server, with the token or without. */
function expectArrived({ sandbox }: Harness, { failed }: Flooded, wantsToken: boolean): void {
  const arrived = sandbox.log.splice(0).filter(({ path }) => path.startsWith('/echo'));
  const carried = arrived.filter(({ headers }) => headers['authorization'] !== undefined).length;
  const total = FLOOD.perSecond * FLOOD.seconds;
  if (failed > 0 || arrived.length !== total || carried !== (wantsToken ? total : 0))
    throw new Error(`Of ${total} requests ${failed} failed, ${arrived.length} arrived, ${carried} with the token.`);
}

/** Throws unless the list is full: else the background did not see them. */
async function expectKept(popup: Popup): Promise<void> {
  const { activity = [] } = await popup.readStorage('session');
  if ((activity as unknown[]).length !== KEPT) throw new Error(`${(activity as unknown[]).length} requests were kept.`);
}
