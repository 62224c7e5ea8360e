// The page script's own time. Before it comes, fetch and XMLHttpRequest's send are replaced by functions that do nothing
// but note when they were called; then the same page calls these and the wrapped ones in turns, a hundred at a time. So
// no network is in the figure, and other programs blur it little. "In the call" is what the page's code loses; "until it
// leaves" counts up to where the native function is called, which is later for what has to be read first. Left out is
// what the native function makes of a longer URL and of a copied init: see requests.ts.
import { FOREIGN } from '../../e2e/support/hosts.ts';
import { type Comparison, comparePairs } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';
import { type Arm, REQUEST_PATH } from './arms.ts';
import { type CallKind, callKinds, timeIdleCalls } from './in-page.ts';
import { isWrapped, openCallPage } from './open-call-page.ts';

const CALLS = 100;
const TURNS = { rounds: 60, warmUps: 20 };
const SIDES = ['native', 'wrapped'] as const;

const FOREIGN_KINDS: readonly CallKind[] = ['fetch(url)', 'fetch(url, init)', 'fetch(Request)', 'XMLHttpRequest'];

export async function measurePageScript(arms: { armed: Arm; 'not armed': Arm }): Promise<Comparison[]> {
  const { armed, 'not armed': notArmed } = arms;
  return [
    ...(await measure(armed, armed.origin, 'to the API', callKinds)),
    ...(await measure(armed, FOREIGN, 'elsewhere', FOREIGN_KINDS)),
    ...(await measure(notArmed, notArmed.origin, 'in a page not armed', FOREIGN_KINDS)),
  ];
}

async function measure(arm: Arm, origin: string, whither: string, kinds: readonly CallKind[]): Promise<Comparison[]> {
  const page = await openCallPage(arm, 'idle');
  if (!(await isWrapped(page))) throw new Error('The page script is not in the page.');
  const comparisons: Comparison[] = [];
  for (const kind of kinds) {
    const { native, wrapped } = await takeTurns(SIDES, TURNS, (side) =>
      page.evaluate(timeIdleCalls, {
        kind,
        url: `${origin}${REQUEST_PATH}?page=1&size=25`,
        isNative: side === 'native',
        calls: CALLS,
      }),
    );
    const subject = {
      part: `Page script alone, ${whither}`,
      with: 'wrapped',
      without: 'idle native',
      unit: 'µs',
    } as const;
    for (const figure of ['inCall', 'untilLeft'] as const) {
      const what = `${kind}, ${figure === 'inCall' ? 'in the call' : 'until it leaves'}`;
      const [base, measured] = [native.map((each) => each[figure]), wrapped.map((each) => each[figure])];
      comparisons.push(comparePairs({ ...subject, what }, base, measured));
    }
  }
  await page.close();
  return comparisons;
}
