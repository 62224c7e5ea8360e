// Real requests to a server on this machine, one at a time, in three pages in turns: with the token, with the extension
// but no token, and in a browser without it; in Chromium also by the functions that the page script found, in the page
// with the token. "In the call" is what the page's code loses, "until answered" the request's whole time: the mark, the
// rule that sets the header, the answer's way back. Between two calls the processor has served others; so each call is
// several times slower than in a loop, natively too, and a few microseconds are noise here: page-script.ts tells them.
import { FOREIGN } from '../../e2e/support/hosts.ts';
import { type Comparison, comparePairs } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';
import { type ArmName, armNames, type Arms, REQUEST_PATH } from './arms.ts';
import { type CallKind, callKinds, timeRequests } from './in-page.ts';
import { isWrapped, openCallPage } from './open-call-page.ts';

const CALLS = 5;
const TURNS = { rounds: 40, warmUps: 8 };
const FOREIGN_KINDS: readonly CallKind[] = ['fetch(url)', 'XMLHttpRequest'];

type Contestant = ArmName | 'own native';

/** Which two are compared: first the one that has more. */
const PAIRS: readonly (readonly [Contestant, Contestant])[] = [
  ['armed', 'own native'],
  ['armed', 'no extension'],
  ['not armed', 'no extension'],
];

export async function measureRequests(arms: Arms): Promise<Comparison[]> {
  const pages = {
    armed: await openCallPage(arms.armed, 'real'),
    'not armed': await openCallPage(arms['not armed'], 'real'),
    'no extension': await openCallPage(arms['no extension'], 'real'),
  };
  // Firefox has no page script, so nothing native beside it.
  const contestants: Contestant[] = [...armNames, ...((await isWrapped(pages.armed)) ? (['own native'] as const) : [])];
  const measure = async (kind: CallKind, whither: 'to the API' | 'elsewhere'): Promise<Comparison[]> => {
    const samples = await takeTurns(contestants, TURNS, async (contestant) => {
      const name = contestant === 'own native' ? 'armed' : contestant;
      const origin = whither === 'elsewhere' ? FOREIGN : arms[name].origin;
      const url = `${origin}${buildPath(contestant)}`;
      return pages[name].evaluate(timeRequests, { kind, url, isNative: contestant === 'own native', calls: CALLS });
    });
    expectToken(arms, contestants, whither === 'elsewhere' ? [] : ['armed']);
    return (['inCall', 'untilAnswered'] as const).flatMap((figure) =>
      PAIRS.filter(([, without]) => contestants.includes(without)).map(([withIt, without]) =>
        comparePairs(
          {
            part: `Real requests ${whither}, ${figure === 'inCall' ? 'in the call' : 'until answered'}`,
            what: kind,
            with: withIt,
            without,
            unit: 'µs',
          },
          samples[without].map((each) => each[figure]),
          samples[withIt].map((each) => each[figure]),
        ),
      ),
    );
  };

  const comparisons: Comparison[] = [];
  for (const kind of callKinds) comparisons.push(...(await measure(kind, 'to the API')));
  for (const kind of FOREIGN_KINDS) comparisons.push(...(await measure(kind, 'elsewhere')));
  await Promise.all(Object.values(pages).map((page) => page.close()));
  return comparisons;
}

/** Throws unless these sent the token each time, and the others never: else something else was measured than is said. */
function expectToken(
  { armed, 'no extension': bare }: Arms,
  contestants: readonly Contestant[],
  carriers: Contestant[],
): void {
  const sandboxes = [armed.harness.sandbox, bare.harness.sandbox];
  const requests = sandboxes.flatMap(({ log }) => log.splice(0));
  for (const contestant of contestants) {
    const sent = requests.filter(({ path }) => path === buildPath(contestant));
    const carried = sent.filter(({ headers }) => headers['authorization'] !== undefined).length;
    if (sent.length === 0 || carried !== (carriers.includes(contestant) ? sent.length : 0)) {
      throw new Error(`${carried} of ${sent.length} requests by “${contestant}” carried a token.`);
    }
  }
}

/** Tells the server who sent it. */
function buildPath(contestant: Contestant): string {
  return `${REQUEST_PATH}?by=${contestant.replace(' ', '-')}`;
}
