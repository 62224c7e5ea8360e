import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTokenAnswer } from '@/utils/oauth2/token-response';
import { anyEncoding, anySecret, findLeaks, mirror } from '../testing/any-mirror';
import { anyText } from '../testing/any-text';
import { anyTokenAnswer } from '../testing/any-token-answer';
import { API_ORIGIN, PASSWORD_REQUEST, RECEIVED_AT_MS } from '../testing/examples';
import { installNetworkErrors, installPermissions } from '../testing/fake-apis';
import { fuzz } from '../testing/fuzz-runs';
import { postForm } from './post-form';

const anyContentType = fc.constantFrom(
  'application/json',
  'text/html; charset=latin1',
  'image/png',
  '',
  'a/b;;charset=\u00e4',
);
const anyHeader = fc.oneof(fc.constantFrom('0', '120', 'Fri, 31 Dec 9999 23:59:59 GMT'), fc.string({ maxLength: 9 }));
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Any bytes, in pieces that cut characters in two. */
const anyPieces = (said: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array[]> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(anyTokenAnswer(said), fc.nat(50)).map(([{ body }, at]) => cut(toBytes(body), at)),
    },
    { weight: 2, arbitrary: fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc.nat(80).map((count) => Array.from({ length: count }, () => new Uint8Array(1024).fill(123))),
    },
  );
const cut = (bytes: Uint8Array, at: number): Uint8Array[] => [bytes.subarray(0, at), bytes.subarray(at)];

/** A body that comes in these pieces, and breaks off after the last of them if it does. */
function buildBody(pieces: readonly Uint8Array[], breaks: boolean): ReadableStream<Uint8Array> {
  const rest = [...pieces];
  return new ReadableStream({
    pull(stream) {
      const piece = rest.shift();
      if (piece) stream.enqueue(piece);
      else if (breaks) stream.error(new TypeError('network error'));
      else stream.close();
    },
  });
}

const logged: string[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: RECEIVED_AT_MS, toFake: ['Date', 'setTimeout'] });
  vi.stubGlobal('navigator', { onLine: true });
  installNetworkErrors();
  installPermissions([`${API_ORIGIN}/*`]);
  for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...args) => void logged.push(...args.map(String)));
});
afterEach(() => {
  vi.useRealTimers();
});

it('Whatever bytes come back, a form is answered, and nothing that is shown or logged holds its secret', async () => {
  const exchange = fc.tuple(anySecret, anyEncoding).chain(([secret, encoding]) =>
    fc.record({
      secret: fc.constant(secret),
      pieces: anyPieces(fc.oneof(fc.constant(`Wrong: ${mirror(secret, encoding)}`), anyText({ maxLength: 9 }))),
      status: fc.oneof(fc.constantFrom(200, 400, 401, 503), fc.integer({ min: 200, max: 599 })),
      headers: fc.record({ 'content-type': anyContentType, 'retry-after': anyHeader, date: anyHeader }),
      breaks: fc.boolean(),
      isRefused: fc.nat(9).map((luck) => luck === 0),
    }),
  );
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(exchange, async ({ secret, pieces, status, headers, breaks, isRefused }) => {
      logged.length = 0;
      vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
        // As browsers and libraries put what they were given into their errors.
        if (isRefused) throw new TypeError(`Failed to fetch ${init.body}`);
        const hasBody = status !== 204 && status !== 205 && status !== 304;
        return new Response(hasBody ? buildBody(pieces, breaks) : null, { status, headers });
      });
      const parameters = { ...PASSWORD_REQUEST.parameters, password: secret };
      const answering = postForm(`${API_ORIGIN}/oauth/token`, parameters, new AbortController().signal);
      await vi.runAllTimersAsync();
      const reply = await answering;
      seen.add(reply.ok ? 'ok' : reply.code);
      const reading = reply.ok && readTokenAnswer(reply.answer, { ...PASSWORD_REQUEST, parameters });
      const shown = reading && !reading.ok ? Object.values(reading.failure).map(String) : [];
      const texts = [...logged, ...shown, ...(reply.ok ? [] : [JSON.stringify(reply)])];
      expect(texts.flatMap((text) => findLeaks(text, [secret]))).toEqual([]);
    }),
    fuzz(150),
  );
  expect([...seen].toSorted()).toEqual(['ok', 'too-large', 'unknown']);
});
