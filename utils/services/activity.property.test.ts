import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readAskedUrl } from '../injection/read-asked-url';
import { listConditions } from '../injection/list-conditions';
import { anyEncoding, anySecret, findLeaks, mirror } from '../testing/any-mirror';
import { anyText } from '../testing/any-text';
import { ALL_ON, API_ORIGIN, RECEIVED_AT_MS } from '../testing/examples';
import { fuzz } from '../testing/fuzz-runs';
import { buildRecorderWorld } from '../testing/recorder-world';

const anyName = fc.constantFrom('x', 'access_token', '', 'a[]', '%61');
/** Where in an address a secret may stand. */
const anyPlace = fc.constantFrom<(secret: string, name: string) => string>(
  (secret) => `/me#${secret}`,
  (secret) => `/me?${secret}`,
  (secret, name) => `/me?${name}=${secret}`,
  (secret, name) => `/me?a=b&${name}=${secret}&c`,
  (secret, name) => `/me?${name}==${secret}`,
  (secret, name) => `/me;${name}=${secret}/x`,
  (secret, name) => `/me;jsessionid=${secret}?${name}=1`,
  (secret, name) => `/me?a;${name}=${secret}`,
  (secret) => `/me?&&${secret}&`,
);
/** As it can stand in an address: what means something there is escaped. */
const anyEscaped = fc
  .tuple(anySecret, anyEncoding)
  .map(([secret, encoding]) => [secret, mirror(secret, encoding)] as const)
  .map(([secret, encoded]) => [secret, /^[\w.~+=-]+$/.test(encoded) ? encoded : encodeURIComponent(encoded)] as const);

it('Whatever an address holds in its query, fragment or parameters, the activity does not show it', async () => {
  vi.useFakeTimers({ now: RECEIVED_AT_MS });
  await fc.assert(
    fc.asyncProperty(
      anyEscaped,
      anyPlace,
      anyName,
      anyText({ maxLength: 5 }),
      async ([secret, escaped], place, name, method) => {
        const world = buildRecorderWorld();
        world.note({ path: place(escaped, name), method, authorization: `Bearer ${secret}` });
        await vi.runAllTimersAsync();
        expect(world.entries).toHaveLength(1);
        expect(findLeaks(JSON.stringify(world.entries), [secret, escaped])).toEqual([]);
      },
    ),
    fuzz(100),
  );
  vi.useRealTimers();
});

it('Whatever a request looks like, the activity goes on', async () => {
  vi.useFakeTimers({ now: RECEIVED_AT_MS });
  const anyUrl = fc.oneof(
    anyText({ maxLength: 30 }),
    fc.constantFrom('http://[', 'blob:x', 'ws://', 'data:,x', 'about:blank'),
  );
  const anyPart = fc.record({ url: anyUrl, method: anyText(), page: anyText(), tabId: fc.integer() });
  await fc.assert(
    fc.asyncProperty(anyPart, fc.integer(), async (part, status) => {
      const world = buildRecorderWorld();
      world.note({ ...part, id: 'odd', status });
      world.recorder.noteEnded('unknown', Number.NaN);
      world.note({ path: '/after' });
      await vi.runAllTimersAsync();
      expect(world.getPaths().at(-1)).toBe('/after');
    }),
    fuzz(100),
  );
  vi.useRealTimers();
});

it('Whatever a person types as an address, it is read, and what is read can be explained', () => {
  const parts = [
    'localhost',
    ':',
    '3000',
    '/',
    '//',
    'https',
    'ws',
    '?',
    '#',
    '@',
    '[',
    ']',
    '%',
    '..',
    ' ',
    'a',
    API_ORIGIN,
  ];
  const typed = fc.oneof(
    anyText({ maxLength: 40 }),
    fc.array(fc.constantFrom(...parts)).map((some) => some.join('')),
  );
  const page = fc.constantFrom(undefined, API_ORIGIN, 'null', '');
  const situation = { profiles: [], switches: ALL_ON, earlierTokens: new Map(), engine: 'rules' as const };
  let read = 0;
  fc.assert(
    fc.property(typed, page, (text, from) => {
      const reading = readAskedUrl(text, from);
      if (!reading.ok) return;
      read += 1;
      const request = {
        url: reading.url,
        method: 'GET',
        kind: 'call' as const,
        page: from,
        tabId: 1,
        hasOwnHeader: false,
      };
      expect(listConditions(request, situation, { nowMs: 0 }).conditions.length).toBeGreaterThan(10);
    }),
    fuzz(500),
  );
  expect(read).toBeGreaterThan(20);
});
