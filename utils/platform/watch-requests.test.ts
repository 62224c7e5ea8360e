import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ActivityRecorder } from '@/utils/services/activity-recorder';
import { API_ORIGIN } from '../testing/examples';
import { buildEvent, installWebRequest } from '../testing/fake-apis';
import { type Watched, watchRequests } from './watch-requests';

const request = {
  requestId: '1',
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 7,
  timeStamp: 1000,
  initiator: API_ORIGIN,
  requestHeaders: [{ name: 'authorization', value: 'Bearer own' }],
};
const end = { requestId: '1', url: request.url, timeStamp: 1012 };

let told: unknown[][];
const recorder: ActivityRecorder = {
  noteSent: (sent) => void told.push(['sent', sent]),
  noteEnded: (...ended) => void told.push(['ended', ...ended]),
  forgetSituation: () => expect.unreachable(),
  forgetTokens: () => expect.unreachable(),
  clear: () => expect.unreachable(),
};

const buildEvents = () => ({
  onSendHeaders: buildEvent<object>(),
  onBeforeRedirect: buildEvent<object>(),
  onCompleted: buildEvent<object>(),
  onErrorOccurred: buildEvent<object>(),
});
let events = buildEvents();
const countListeners = (): number[] => Object.values(events).map((event) => event.getFilters().length);
beforeEach(() => {
  told = [];
  events = buildEvents();
  installWebRequest(events);
});

describe('a request of a page', () => {
  it('is told of as it left, with what decides about the token', () => {
    watchRequests(recorder);
    events.onSendHeaders.trigger(request);
    const { url, method, tabId } = request;
    const sent = {
      id: '1',
      url,
      method,
      kind: 'call',
      tabId,
      sentAtMs: 1000,
      authorization: 'Bearer own',
      page: API_ORIGIN,
    };
    expect(told).toEqual([['sent', sent]]);
  });

  it.each<[string, object, object]>([
    ['without a header', { requestHeaders: undefined }, { authorization: undefined }],
    [
      'in Firefox',
      { initiator: undefined, originUrl: 'http://localhost:3000/app#x' },
      { page: 'http://localhost:3000' },
    ],
    ['of an opaque origin', { initiator: 'null' }, { page: undefined }],
    ['of nobody', { initiator: undefined }, { page: undefined }],
  ])('is told of also %s', (_case, part, expected) => {
    watchRequests(recorder);
    events.onSendHeaders.trigger({ ...request, ...part });
    expect(told).toEqual([['sent', expect.objectContaining(expected)]]);
  });

  it('is told of as it ended: answered, redirected elsewhere, or failed', () => {
    watchRequests(recorder);
    events.onCompleted.trigger({ ...end, statusCode: 404 });
    events.onBeforeRedirect.trigger({ ...end, statusCode: 302, redirectUrl: 'https://example.com/' });
    events.onErrorOccurred.trigger({ ...end, error: 'net::ERR_ABORTED' });
    expect(told).toEqual([
      ['ended', '1', 1012, 404],
      ['ended', '1', 1012, 302],
      ['ended', '1', 1012],
    ]);
  });

  it('is the same request when it is sent again after a 401', () => {
    watchRequests(recorder);
    events.onBeforeRedirect.trigger({ ...end, statusCode: 307, redirectUrl: end.url });
    expect(told).toEqual([]);
  });
});

it.each([
  ['a preflight', { method: 'OPTIONS' }],
  ["a request of the extension's own, in Chromium", { initiator: fakeBrowser.runtime.getURL('').slice(0, -1) }],
  [
    "a request of the extension's own, in Firefox",
    { initiator: undefined, originUrl: fakeBrowser.runtime.getURL('/_x') },
  ],
])('%s is not told of', (_case, part) => {
  watchRequests(recorder);
  events.onSendHeaders.trigger({ ...request, ...part });
  expect(told).toEqual([]);
});

describe('the watch', () => {
  const CALLS = { links: false, everything: false };
  const getTypes = (): unknown =>
    events.onSendHeaders.getFilters().map(([filter]) => (filter as { types: string[] }).types);

  it('is on at once, so that a request can wake a stopped background, and looks at fetch and XMLHttpRequest only', () => {
    watchRequests(recorder);
    const [[filter, extra] = []] = events.onSendHeaders.getFilters();
    expect(filter).toEqual({
      urls: expect.arrayContaining(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']),
      types: ['xmlhttprequest'],
    });
    expect(extra).toEqual(['requestHeaders']);
    expect(countListeners()).toEqual([1, 1, 1, 1]);
  });

  it.each<[string, Watched, unknown]>([
    ['nothing', undefined, []],
    ['calls', CALLS, [['xmlhttprequest']]],
    ['links', { ...CALLS, links: true }, [['xmlhttprequest', 'main_frame']]],
    ['everything', { ...CALLS, everything: true }, [expect.arrayContaining(['xmlhttprequest', 'image', 'websocket'])]],
  ])('looks at %s when the user has opted in to that, and no more', (_case, watched, types) => {
    watchRequests(recorder)(watched);
    expect(getTypes()).toEqual(types);
  });

  it('can be turned off and on again, however often that is asked', () => {
    const watch = watchRequests(recorder);
    const seen = [CALLS, undefined, undefined, CALLS, CALLS].map((watched) => {
      watch(watched);
      return countListeners();
    });
    const [on, off] = [
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ];
    expect(seen).toEqual([on, off, off, on, on]);
    events.onSendHeaders.trigger(request);
    expect(told).toHaveLength(1);
  });
});
