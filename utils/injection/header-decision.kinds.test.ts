import { describe, expect, it } from 'vitest';
import { API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { findInjection, hasOtherKinds, type OutgoingRequest } from './header-decision';
import { type InForce, NO_PAGE } from './injection';

const PAGE = 'http://localhost:3000';
const WITHOUT = { links: false, everything: false, isReadOnly: false };
const buildInForce = ({ links, ...part }: typeof WITHOUT, offTabs: number[] = []): InForce => ({
  injections: [{ ...INJECTION, ...part, routes: buildRoutes([API_ORIGIN, PAGE, ...(links ? [NO_PAGE] : [])]) }],
  offTabs,
});
const SOCKET_URL = 'wss://devsandbox.knetikcloud.com/events';
const build = (part: Partial<OutgoingRequest>): OutgoingRequest => ({
  url: `${API_ORIGIN}/me`,
  method: 'GET',
  type: 'xmlhttprequest',
  originUrl: `${PAGE}/app`,
  ...part,
});
const LOADED = ['stylesheet', 'script', 'image', 'imageset', 'font', 'object', 'ping', 'beacon', 'media', 'other'];

const OPT_INS = [{}, { links: true }, { everything: true }, { links: true, everything: true }];
/** With which opt-ins a request gets the header: none, links, everything, both. */
const decide = (part: Partial<OutgoingRequest>, isReadOnly = false): boolean[] =>
  OPT_INS.map((opted) => findInjection(build(part), buildInForce({ ...WITHOUT, ...opted, isReadOnly })) !== undefined);
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

describe('where the profile may only read', () => {
  it.each<[string, boolean[], Partial<OutgoingRequest>]>([
    ['what fetch and XMLHttpRequest ask for gets the header', ALWAYS, {}],
    ['a question for its head does', ALWAYS, { method: 'HEAD' }],
    ['what changes something does not', NEVER, { method: 'DELETE' }],
    ['what has a method of its own does not', NEVER, { method: 'get' }],
    ['what has a method that only begins like one that reads does not', NEVER, { method: 'HEADING' }],
    ['what has a method that only ends like one that reads does not', NEVER, { method: 'FORGET' }],
    ['what names a WebSocket in its query does', ALWAYS, { url: `${API_ORIGIN}/me?from=wss://x.example` }],
    ['an opened link does', WITH_LINKS, { type: 'main_frame' }],
    ['what is loaded does', WITH_EVERYTHING, { type: 'image' }],
    ['a form that is sent from a frame does not', NEVER, { type: 'sub_frame', method: 'POST' }],
    ['a WebSocket does not: it can write', NEVER, { type: 'websocket', url: SOCKET_URL }],
  ])('%s', (_case, decisions, part) => {
    expect(decide(part, true)).toEqual(decisions);
  });
});

it('other kinds of requests need to be looked at with one of the opt-ins', () => {
  expect(OPT_INS.map((opted) => hasOtherKinds(buildInForce({ ...WITHOUT, ...opted })))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const [plain, opted] = [WITHOUT, { ...WITHOUT, everything: true }].map((part) => buildInForce(part).injections);
  expect(hasOtherKinds({ injections: [...(plain ?? []), ...(opted ?? [])], offTabs: [] })).toBe(true);
});

it('a tab that is switched off gets no header, whatever is opted in', () => {
  const inForce = buildInForce({ ...WITHOUT, links: true, everything: true }, [7]);
  const decideIn = (tabId: number): boolean[] =>
    ['xmlhttprequest', 'main_frame', 'image'].map(
      (type) => findInjection(build({ type, tabId }), inForce) !== undefined,
    );
  expect([decideIn(7), decideIn(8)]).toEqual([
    [false, false, false],
    [true, true, true],
  ]);
});
