/** What runs inside the pages. Each function is sent there as text, so it can use nothing from this file but types. */

export type CallKind =
  | 'fetch(url)'
  | 'fetch(url, init)'
  | 'fetch(url, init with body)'
  | 'fetch(Request)'
  | 'fetch(Request with body)'
  | 'XMLHttpRequest';

export const callKinds: readonly CallKind[] = [
  'fetch(url)',
  'fetch(url, init)',
  'fetch(url, init with body)',
  'fetch(Request)',
  'fetch(Request with body)',
  'XMLHttpRequest',
];

export interface CallOrder {
  kind: CallKind;
  url: string;
  /** By the functions that the page had before the page script came. */
  isNative: boolean;
  calls: number;
}

/** The functions that the page script has not wrapped, and when one that leads nowhere was last called. */
interface Natives {
  fetch: typeof fetch;
  open: (this: XMLHttpRequest, method: string, url: string) => void;
  leftAtMs: number;
}

interface BenchPage extends Window {
  natives: Natives;
  /** Prepares one call, so that only the call itself need be timed; it settles when its answer is there. */
  prepareCall(order: CallOrder): () => Promise<unknown>;
}

declare const window: BenchPage & typeof globalThis;

/** Runs before the page script. With `isIdle`, what it is about to wrap is first replaced by what does nothing. */
export function keepNatives(isIdle: boolean): void {
  const { prototype } = XMLHttpRequest;
  const natives: Natives = {
    fetch: window.fetch,
    open: Reflect.get(prototype, 'open'),
    leftAtMs: 0,
  };
  if (isIdle) {
    const answer = Promise.resolve(new Response());
    natives.fetch = () => {
      natives.leftAtMs = performance.now();
      return answer;
    };
    window.fetch = natives.fetch;
    prototype.send = function (this: XMLHttpRequest) {
      natives.leftAtMs = performance.now();
      this.dispatchEvent(new ProgressEvent('loadend'));
    };
  }
  window.natives = natives;
}

/** Defines `prepareCall` in the page. */
export function definePrepareCall(): void {
  window.prepareCall = ({ kind, url, isNative }) => {
    const send = isNative ? window.natives.fetch : window.fetch;
    const open: Natives['open'] = isNative ? window.natives.open : Reflect.get(XMLHttpRequest.prototype, 'open');
    const post = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(200) };
    if (kind === 'fetch(url)') return () => send(url);
    if (kind === 'fetch(url, init)') return () => send(url, { headers: { accept: 'application/json' } });
    if (kind === 'fetch(url, init with body)') return () => send(url, post);
    if (kind === 'XMLHttpRequest') {
      const request = new XMLHttpRequest();
      const ended = new Promise((resolve) => {
        request.addEventListener('loadend', resolve);
      });
      return () => {
        open.call(request, 'GET', url);
        request.send();
        return ended;
      };
    }
    const request = kind === 'fetch(Request)' ? new Request(url) : new Request(url, post);
    return () => send(request);
  };
}

/** Calls one after the other, each when the one before is answered. Microseconds per call. */
export async function timeRequests(order: CallOrder): Promise<{ inCall: number; untilAnswered: number }> {
  let inCall = 0;
  let untilAnswered = 0;
  for (let count = 0; count < order.calls; count += 1) {
    const call = window.prepareCall(order);
    const startedAtMs = performance.now();
    const answer = call();
    inCall += performance.now() - startedAtMs;
    const response = await answer;
    untilAnswered += performance.now() - startedAtMs;
    // Else its connection would not be free for the next one.
    if (response instanceof Response) await response.arrayBuffer();
  }
  return { inCall: (inCall * 1000) / order.calls, untilAnswered: (untilAnswered * 1000) / order.calls };
}

/** Calls what leads nowhere: many times without a look at the clock, then as often one after the other. */
export async function timeIdleCalls(order: CallOrder): Promise<{ inCall: number; untilLeft: number }> {
  const prepare = (): (() => Promise<unknown>)[] =>
    Array.from({ length: order.calls }, () => window.prepareCall(order));
  const calls = prepare();
  const startedAtMs = performance.now();
  const answers = calls.map((call) => call());
  const inCall = performance.now() - startedAtMs;
  await Promise.all(answers);

  let untilLeft = 0;
  for (const call of prepare()) {
    const calledAtMs = performance.now();
    await call();
    untilLeft += window.natives.leftAtMs - calledAtMs;
  }
  return { inCall: (inCall * 1000) / order.calls, untilLeft: (untilLeft * 1000) / order.calls };
}
