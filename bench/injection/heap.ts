// JavaScript heap per page, Chromium only: a fresh tab is opened, the small page loaded, the garbage collected twice and
// what is left asked for through the DevTools protocol; for each arm in turns, no other page being open. The figure is
// that of the page's isolate: it holds the page's world and, beside it, the relay's own, which makes the most of it.
import { readHeapKilobytes } from '../../e2e/support/read-heap.ts';
import { type Comparison, comparePairs } from '../support/comparison.ts';
import { takeTurns } from '../support/take-turns.ts';
import { type Arm, armNames, type Arms, PAGE_PATH } from './arms.ts';

const TURNS = { rounds: 15, warmUps: 2 };

export async function measureHeap(arms: Arms): Promise<Comparison[]> {
  const samples = await takeTurns(armNames, TURNS, (name) => readPageHeap(arms[name]));
  return (['armed', 'not armed'] as const).map((name) =>
    comparePairs(
      { part: 'JavaScript heap', what: 'a small page', with: name, without: 'no extension', unit: 'kB' },
      samples['no extension'],
      samples[name],
    ),
  );
}

async function readPageHeap({ harness, origin }: Arm): Promise<number> {
  const page = await harness.openPage(`${origin}${PAGE_PATH}`);
  const kilobytes = await readHeapKilobytes(await page.createCDPSession());
  await page.close();
  return kilobytes;
}
