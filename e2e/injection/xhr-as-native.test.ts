import { afterAll, beforeAll, expect, it } from 'vitest';
import { NativeComparison } from '../support/native-comparison.ts';
import { XHR_CASES } from '../support/xhr-cases.ts';

let comparison: NativeComparison;
beforeAll(async () => {
  comparison = await NativeComparison.start(defineHelpers);
});
afterAll(() => comparison?.close());

/** Defines in a page: `send`, which says all that the page can see of a request, and `attempt`, for what may throw. */
function defineHelpers(): void {
  const attempt = (what: () => unknown): unknown => {
    try {
      return { returned: String(what()) };
    } catch (error) {
      return {
        threw: error instanceof Error ? `${error.constructor.name} ${error.name}: ${error.message}` : String(error),
      };
    }
  };
  const send = (
    prepare: (request: XMLHttpRequest) => void,
    body?: XMLHttpRequestBodyInit | Document | null,
    request = new XMLHttpRequest(),
  ): Promise<unknown> => {
    const events: string[] = [];
    const note = (event: Event): void => {
      const where = event.target === request ? '' : 'upload ';
      const loaded =
        event instanceof ProgressEvent && event.target !== request ? ` ${event.loaded}/${event.total}` : '';
      // How often progress is told of is the network's affair.
      if (event.type !== 'progress')
        events.push(`${where}${event.type} ${request.readyState} ${request.status}${loaded}`);
    };
    for (const type of ['readystatechange', 'loadstart', 'progress', 'load', 'loadend', 'error', 'abort', 'timeout']) {
      request.addEventListener(type, note);
      request.upload.addEventListener(type, note);
    }
    return new Promise((resolve) => {
      request.addEventListener('loadend', () => {
        const { status, statusText, responseURL, responseType, readyState, withCredentials } = request;
        const type = request.getResponseHeader('content-type');
        // A timer would take a second in a tab that is not in front.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () =>
          resolve({ events, status, statusText, responseURL, responseType, readyState, withCredentials, type }),
        );
        port1.start();
        port2.postMessage('later');
      });
      prepare(request);
      request.send(body);
    });
  };
  Object.assign(globalThis, { attempt, send });
}

it.each(Object.entries(XHR_CASES))('XMLHttpRequest behaves as the native one: %s', async (_name, use) => {
  const { armed, native } = await comparison.compare(use);
  expect(armed).toEqual(native);
});

it('and these requests carried the token from the one page and not from the other', () => {
  expect(comparison.countCarriers()).toEqual({ armed: expect.toSatisfy((count: number) => count > 15), native: 0 });
});
