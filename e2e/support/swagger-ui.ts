import type { Page } from 'puppeteer-core';
import type { Harness } from './harness.ts';

/** Swagger UI 2.2.10, as KnetikCloud ships it (XMLHttpRequest), and the current one (fetch). */
export const SWAGGER_UIS = {
  'Swagger UI 2 (XMLHttpRequest)': '/swagger-ui.html',
  'current Swagger UI (fetch)': '/swagger-ui/',
} as const;

export interface TriedCall {
  status: number;
  body: string;
}

/** The documentation page, opened on one call. */
export class SwaggerUi {
  readonly page: Page;
  readonly isClassic: boolean;

  private constructor(page: Page, isClassic: boolean) {
    this.page = page;
    this.isClassic = isClassic;
  }

  static async open(harness: Harness, url: string): Promise<SwaggerUi> {
    return SwaggerUi.in(await harness.openPage(url));
  }

  /** Takes over a page that shows Swagger UI already. */
  static async in(page: Page): Promise<SwaggerUi> {
    const isClassic = page.url().includes('/swagger-ui.html');
    await page.waitForSelector(isClassic ? '.operation' : '.opblock');
    return new SwaggerUi(page, isClassic);
  }

  /** Presses "Try it out" on `GET /me` and reads what the page then shows. */
  async tryGetMe(): Promise<TriedCall> {
    await this.page.bringToFront();
    return this.isClassic ? this.#tryClassic() : this.#tryCurrent();
  }

  async #tryClassic(): Promise<TriedCall> {
    const operation = await this.#expectOperation('.operation', '/me');
    await operation.evaluate((element) => {
      element.querySelector('.response_code')?.replaceChildren();
      if (!element.querySelector('.content')?.checkVisibility()) {
        element.querySelector<HTMLElement>('.heading a')?.click();
      }
      element.querySelector<HTMLElement>('input.submit')?.click();
    });
    await this.page.waitForFunction((element) => element.querySelector('.response_code')?.textContent, {}, operation);
    await operation.$eval('.response_code', (element) => element.scrollIntoView({ block: 'center' }));
    return operation.evaluate((element) => ({
      status: Number.parseInt(element.querySelector('.response_code')?.textContent ?? '', 10),
      body: element.querySelector('.response_body')?.textContent ?? '',
    }));
  }

  async #tryCurrent(): Promise<TriedCall> {
    const operation = await this.#expectOperation('.opblock', '/me');
    const press = async (selector: string): Promise<void> => {
      const button = await operation.waitForSelector(selector);
      await button?.evaluate((element) => (element as HTMLElement).click());
    };
    if (!(await operation.$('.try-out'))) await press('.opblock-summary-control');
    await operation.waitForSelector('.try-out__btn');
    if (await operation.$('.try-out__btn:not(.cancel)')) await press('.try-out__btn');
    // Empties the answer of an earlier try.
    if (await operation.$('.btn-clear')) await press('.btn-clear');
    await press('.execute');
    const response = await operation.waitForSelector('.live-responses-table tr.response:has(pre)');
    if (!response) throw new Error('Swagger UI shows no answer.');
    await response.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    return response.evaluate((element) => ({
      status: Number.parseInt(element.querySelector('.response-col_status')?.textContent ?? '', 10),
      body: element.querySelector('pre code')?.textContent ?? '',
    }));
  }

  async #expectOperation(selector: string, path: string) {
    for (const operation of await this.page.$$(selector)) {
      const isWanted = await operation.evaluate((element, wanted) => {
        const shown = element
          .querySelector('.path, .opblock-summary-path')
          ?.textContent?.replaceAll('\u200B', '')
          .trim();
        return (
          shown === wanted &&
          /\bGET\b/i.test(element.querySelector('.http_method, .opblock-summary-method')?.textContent ?? '')
        );
      }, path);
      if (isWanted) return operation;
    }
    throw new Error(`${this.page.url()} shows no GET ${path}.`);
  }
}
