import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Injection } from '@/utils/injection/injection';
import { ACCESS_TOKEN, API_ORIGIN, INJECTION } from '../testing/examples';
import { buildEvent, installWebRequest } from '../testing/fake-apis';
import { addHeaders } from './add-headers';

const image = {
  requestId: '1',
  url: `${API_ORIGIN}/logo.png`,
  originUrl: `${API_ORIGIN}/index.html`,
  method: 'GET',
  type: 'image',
  requestHeaders: [],
};
const withHeader = { requestHeaders: [{ name: 'Authorization', value: `Bearer ${ACCESS_TOKEN}` }] };

let event = buildEvent<object, unknown>();
beforeEach(() => {
  fakeBrowser.reset();
  event = buildEvent();
  installWebRequest({ onBeforeSendHeaders: event });
});

const start = (part: Partial<Injection> = {}): ((isWide: boolean) => void) =>
  addHeaders({
    readInForce: () => Promise.resolve({ injections: [{ ...INJECTION, ...part }], offTabs: [] }),
    untilFresh: () => Promise.resolve(),
    mayRenewAfterRejection: () => Promise.resolve(true),
    renewAfterRejection: () => Promise.resolve(true),
  });
/** For each kind whether requests of it are looked at. */
const isLookedAt = (...types: string[]): boolean[] =>
  types.map((type) => event.trigger({ ...image, type }).length === 1);

describe('in Firefox, requests of other kinds than fetch and XMLHttpRequest', () => {
  it('are looked at from the start: one of them may be why the background was started', () => {
    start();
    expect(isLookedAt('image', 'main_frame', 'websocket', 'xmlhttprequest')).toEqual([true, true, true, true]);
    const [urls, blocking] = [
      ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
      ['blocking', 'requestHeaders'],
    ];
    expect(event.getFilters()[1]).toMatchObject([
      { urls: [...urls, 'wss://*/*', 'ws://localhost/*', 'ws://127.0.0.1/*'] },
      blocking,
    ]);
  });

  it('are looked at no more once nobody wants them, and again when somebody does; the others always', () => {
    const lookAtOthers = start();
    const seen = [true, false, false, true, true].map((isWide) => {
      lookAtOthers(isWide);
      return isLookedAt('image', 'main_frame', 'websocket', 'xmlhttprequest');
    });
    const [wide, narrow] = [
      [true, true, true, true],
      [false, false, false, true],
    ];
    expect(seen).toEqual([wide, narrow, narrow, wide, wide]);
  });

  it('get the header when the user has opted in, and otherwise not', async () => {
    start({ everything: true });
    expect(await event.trigger(image)[0]).toEqual(withHeader);
    event = buildEvent();
    installWebRequest({ onBeforeSendHeaders: event });
    start();
    expect(await event.trigger(image)[0]).toEqual({});
  });

  it('keep a header of their own, with nothing read or waited for', () => {
    start({ everything: true });
    const own = [{ name: 'authorization', value: 'Bearer own' }];
    expect(event.trigger({ ...image, requestHeaders: own })).toEqual([{}]);
  });
});
