import { describe, expect, it } from 'vitest';
import { API_ORIGIN, INJECTION } from '../testing/examples';
import { mayAddHeader, type OutgoingRequest } from './header-decision';

const PAGE = 'http://localhost:3000';
const injection = { ...INJECTION, pageOrigins: [API_ORIGIN, PAGE] };
const SOCKET_URL = 'wss://devsandbox.knetikcloud.com/events';
const build = (part: Partial<OutgoingRequest>): OutgoingRequest => ({
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  type: 'xmlhttprequest',
  originUrl: `${PAGE}/app`,
  ...part,
});
const LOADED = ['stylesheet', 'script', 'image', 'imageset', 'font', 'object', 'ping', 'beacon', 'media', 'other'];

/** With which opt-ins a request gets the header: none, links, everything, both. */
const decide = (part: Partial<OutgoingRequest>): boolean[] =>
  [{}, { links: true }, { everything: true }, { links: true, everything: true }].map((opted) =>
    mayAddHeader(build(part), { ...injection, ...opted }),
  );
const ALWAYS = [true, true, true, true];
const WITH_LINKS = [false, true, false, true];
const WITH_EVERYTHING = [false, false, true, true];
const NEVER = [false, false, false, false];

describe.each<[string, boolean[], [string, Partial<OutgoingRequest>][]]>([
  [
    'always',
    ALWAYS,
    [
      ['what fetch and XMLHttpRequest ask for', {}],
      ['what they change', { method: 'DELETE' }],
    ],
  ],
  [
    'with the opt-in for links',
    WITH_LINKS,
    [
      ['an opened link', { type: 'main_frame' }],
      ['a question for its head', { type: 'main_frame', method: 'HEAD' }],
      ['a typed address', { type: 'main_frame', originUrl: undefined }],
    ],
  ],
  [
    'with the opt-in for everything',
    WITH_EVERYTHING,
    [
      ...LOADED.map((type): [string, Partial<OutgoingRequest>] => [`what is loaded as ${type}`, { type }]),
      ['a frame', { type: 'sub_frame' }],
      ['a form that is sent from a frame', { type: 'sub_frame', method: 'POST' }],
      ['a WebSocket', { type: 'websocket', url: SOCKET_URL }],
    ],
  ],
  [
    'never',
    NEVER,
    [
      ['a form that is sent', { type: 'main_frame', method: 'POST' }],
      ['a link of another site', { type: 'main_frame', originUrl: 'https://example.com/' }],
      ['a link to the token endpoint', { type: 'main_frame', url: `${API_ORIGIN}/oauth/token` }],
      ['an image that nobody asked for', { type: 'image', originUrl: undefined }],
      ['a fetch that nobody asked for', { originUrl: undefined }],
      ['an image of another page', { type: 'image', originUrl: 'https://example.com/' }],
      ['an image with a header of its own', { type: 'image', requestHeaders: [{ name: 'Authorization' }] }],
      ['a WebSocket in clear', { type: 'websocket', url: SOCKET_URL.replace('wss', 'ws') }],
      ['a WebSocket of another port', { type: 'websocket', url: 'wss://devsandbox.knetikcloud.com:8443/' }],
      [
        'a WebSocket to the token endpoint',
        { type: 'websocket', url: `wss://${new URL(API_ORIGIN).host}/oauth/token` },
      ],
      ['a preflight', { type: 'xmlhttprequest', method: 'OPTIONS' }],
    ],
  ],
])('the header is added %s', (_when, decisions, requests) => {
  it.each(requests)('to %s', (_case, part) => {
    expect(decide(part)).toEqual(decisions);
  });
});

it('a tab that is switched off gets no header, whatever is opted in', () => {
  const off = { ...injection, links: true, everything: true, offTabs: [7] };
  const types = ['xmlhttprequest', 'main_frame', 'image'];
  expect(types.map((type) => mayAddHeader(build({ type, tabId: 7 }), off))).toEqual([false, false, false]);
  expect(types.map((type) => mayAddHeader(build({ type, tabId: 8 }), off))).toEqual([true, true, true]);
});
