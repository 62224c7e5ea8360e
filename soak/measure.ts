import type { Page, Target } from 'puppeteer-core';
import { readHeapKilobytes } from '../e2e/support/read-heap.ts';
import { type Flatness, judgeFlatness, type Tolerance } from './flatness.ts';
import type { Stage } from './stage.ts';
import { readStored } from './stored.ts';

/** What is sampled again and again, and how much of growth is none. */
const FIGURES = {
  'background, in one life': { unit: 'kB', share: 0.15, more: 200 },
  'background, stopped at random': { unit: 'kB', share: 0.15, more: 200 },
  'a page open all the time': { unit: 'kB', share: 0.15, more: 100 },
  'the popup, open all the time': { unit: 'kB', share: 0.15, more: 200 },
  'storage.local': { unit: 'bytes', share: 0.1, more: 500 },
  'storage.session': { unit: 'bytes', share: 0.1, more: 1500 },
  'last requests': { unit: '', share: 0, more: 0 },
} as const satisfies Record<string, Tolerance & { unit: string }>;
type FigureName = keyof typeof FIGURES;

/** Samples of each figure, in the order of time. */
export class Measurements {
  readonly #samples = new Map<FigureName, number[]>();

  #add(name: FigureName, sample: number | undefined): void {
    if (sample === undefined) return;
    this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
  }

  /** All that this browser can tell; Firefox nothing. */
  async sampleHeaps({ harness, control, pages, mayStop }: Stage): Promise<void> {
    if (harness.browserName !== 'chromium') return;
    const worker = harness.browser.targets().find((target) => target.type() === 'service_worker');
    const lives = mayStop ? 'background, stopped at random' : 'background, in one life';
    this.#add(lives, worker && (await readHeap(worker)));
    const [first] = pages;
    this.#add('a page open all the time', first && (await readHeap(first.page)));
    this.#add('the popup, open all the time', await readHeap(control.page));
  }

  /** To be asked when all is calm: a locked vault leaves the session empty. */
  async sampleStorage({ control }: Stage): Promise<void> {
    const { localBytes, sessionBytes, lastRequests } = await readStored(control);
    this.#add('storage.local', localBytes);
    this.#add('storage.session', sessionBytes);
    this.#add('last requests', lastRequests);
  }

  judge(): Flatness[] {
    return [...this.#samples].flatMap(
      ([name, samples]) => judgeFlatness({ name, unit: FIGURES[name].unit }, samples, FIGURES[name]) ?? [],
    );
  }
}

async function readHeap(target: Page | Target): Promise<number> {
  const session = await target.createCDPSession();
  try {
    return await readHeapKilobytes(session);
  } finally {
    await session.detach();
  }
}
