import type { Page } from 'puppeteer-core';

export interface PageCall {
  via: 'fetch' | 'Request' | 'XMLHttpRequest' | 'synchronous XMLHttpRequest';
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export const WAYS = ['fetch', 'Request', 'XMLHttpRequest', 'synchronous XMLHttpRequest'] as const;

/** Makes a page (or frame) send a request in its own code; resolves with the status, or the error's name. */
export function callFrom(page: Pick<Page, 'evaluate'>, call: PageCall): Promise<number | string> {
  return page.evaluate(async ({ via, url, method = 'GET', headers = {}, body }: PageCall) => {
    const init = { method, headers, ...(body !== undefined && { body }) };
    try {
      if (via === 'fetch') return (await fetch(url, init)).status;
      if (via === 'Request') return (await fetch(new Request(url, init))).status;
      const request = new XMLHttpRequest();
      request.open(method, url, via === 'XMLHttpRequest');
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      const ended = new Promise((resolve) => {
        request.addEventListener('loadend', resolve);
      });
      request.send(body);
      if (via === 'XMLHttpRequest') await ended;
      return request.status;
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  }, call);
}

/** Makes a page send a request whose answer it cannot read, for which the browser asks nobody for leave. */
export async function askOpaquely(
  page: Pick<Page, 'evaluate'>,
  call: Pick<PageCall, 'url'> & { method: string },
): Promise<void> {
  await page.evaluate(async ({ url, method }) => void (await fetch(url, { method, mode: 'no-cors' })), call);
}

/** Makes a page ask for each URL by fetch and by XMLHttpRequest, all at once; resolves with all that it can tell of it. */
export function askForAll(page: Pick<Page, 'evaluate'>, urls: readonly string[]): Promise<string> {
  return page.evaluate(async (asked: readonly string[]) => {
    const viaFetch = async (url: string): Promise<unknown[]> => {
      try {
        const response = await fetch(url);
        return [response.url, response.status, response.type, ...response.headers, await response.text()];
      } catch (error) {
        return [String(error), (error as Error).stack];
      }
    };
    const viaXhr = (url: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('loadend', () => {
          const { responseURL, status, responseText } = request;
          resolve([responseURL, status, request.getAllResponseHeaders(), responseText]);
        });
        try {
          request.open('GET', url);
          request.send();
        } catch (error) {
          resolve([String(error), (error as Error).stack]);
        }
      });
    const answers = await Promise.all(asked.flatMap((url) => [viaFetch(url), viaXhr(url)]));
    return JSON.stringify([answers, performance.getEntries()]);
  }, urls);
}
