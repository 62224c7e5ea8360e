import type { Page } from 'puppeteer-core';
import { type Harness, startTestHarness } from './harness.ts';
import { API, SIBLING } from './hosts.ts';
import { getSeenRequests } from './seen-requests.ts';

type Case = (path: string) => unknown;

/** Two pages in one browser, one of them with the token: what does the other see of the same code? */
export class NativeComparison {
  readonly #harness: Harness;
  readonly #pages: { armed: Page; native: Page };
  #cases = 0;

  private constructor(harness: Harness, pages: { armed: Page; native: Page }) {
    this.#harness = harness;
    this.#pages = pages;
  }

  /** @param defineHelpers runs in both pages, for the cases to use */
  static async start(defineHelpers: () => void): Promise<NativeComparison> {
    const harness = await startTestHarness();
    const popup = await harness.openPopup();
    await popup.logIn({ grant: 'client_credentials', client_id: 'knetik' });
    const native = await harness.openPage(`${SIBLING}/blank`);
    const armed = await harness.openPage(`${API}/blank`);
    for (const page of [native, armed]) await page.evaluate(defineHelpers);
    return new NativeComparison(harness, { armed, native });
  }

  /** Runs the case in both pages, with a path of its own. */
  async compare(use: Case): Promise<{ armed: unknown; native: unknown }> {
    const path = `/same/${(this.#cases += 1)}x`;
    const native = await this.#run(this.#pages.native, use, path);
    return { armed: await this.#run(this.#pages.armed, use, path), native };
  }

  /** How many requests of each page reached the server with a token of the extension's. */
  countCarriers(): { armed: number; native: number } {
    const count = (origin: string): number =>
      this.#see('/same/').filter(
        ({ host, headers: { authorization } }) =>
          host === new URL(origin).host && authorization !== undefined && authorization !== 'Bearer own',
      ).length;
    return { armed: count(API), native: count(SIBLING) };
  }

  close(): Promise<void> {
    return this.#harness.close();
  }

  #see(part: string) {
    return getSeenRequests(this.#harness, '').filter(({ path }) => path.includes(part));
  }

  /** How it went in the page, and what the server saw of it; without what is the host's own. */
  async #run(page: Page, use: Case, path: string): Promise<unknown> {
    const before = this.#see(path).length;
    const outcome = await page.evaluate(use, path);
    const requests = this.#see(path)
      .slice(before)
      .map(({ method, headers, body, path: url }) => {
        const { authorization, host: _host, ...rest } = headers;
        const own = authorization === 'Bearer own' ? authorization : undefined;
        // Each form has a boundary of its own, in Firefox of any length.
        const [, boundary = '\0'] = /boundary=(.*)/.exec(rest['content-type'] ?? '') ?? [];
        if (boundary !== '\0') delete rest['content-length'];
        return JSON.stringify([method, url, own, rest, body]).replaceAll(boundary, 'BOUNDARY');
      });
    const { origin, host } = await page.evaluate(() => ({ origin: location.origin, host: location.host }));
    const told = JSON.stringify({ outcome: outcome ?? null, requests });
    return JSON.parse(told.replaceAll(origin, 'ORIGIN').replaceAll(host, 'HOST')) as unknown;
  }
}
