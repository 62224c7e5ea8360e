// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ARMING_EVENT } from '@/utils/injection/arming';
import { markUrl } from '@/utils/injection/mark';
import { REJECTED_EVENT, RENEWED_EVENT } from '@/utils/injection/rejection';
import { armedPagesItem } from '@/utils/platform/storage';
import { API_ORIGIN } from '@/utils/testing/examples';
import { installAnsweringBackground } from '@/utils/testing/fake-apis';
import * as page from '../page.content/index';
import relay from './index';

const own = { [API_ORIGIN]: { mark: 'f00d', apis: [API_ORIGIN] } };
const armed = { pages: own, offTabs: [] };

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('origin', API_ORIGIN);
  // Happy DOM leaves the one of Node, which does not know its events.
  vi.stubGlobal('performance', Object.assign(document.createElement('i'), { now: () => 1500 }));
});

afterEach(() => {
  vi.useRealTimers();
});

it('the relay tells the page script what this page may mark, and when it may not any more', async () => {
  const told: unknown[] = [];
  performance.addEventListener(ARMING_EVENT, (event) => told.push(event instanceof CustomEvent && event.detail));
  const APP = 'https://app.knetikcloud.com';
  const elsewhere = { [APP]: { mark: 'beef', apis: [APP] } };
  await armedPagesItem.setValue({ pages: { ...elsewhere, ...own }, offTabs: [] });
  Reflect.apply(relay.main, relay, []);
  await vi.waitFor(() => expect(told).toEqual([`f00d ${API_ORIGIN}`]));
  await armedPagesItem.setValue({ pages: elsewhere, offTabs: [] });
  expect(told).toEqual([`f00d ${API_ORIGIN}`, '-']);
});

describe('while some tab is switched off, the relay', () => {
  const offInSome = { ...armed, offTabs: [7] };
  const follow = () => {
    const told: unknown[] = [];
    performance.addEventListener(ARMING_EVENT, (event) => told.push(event instanceof CustomEvent && event.detail));
    Reflect.apply(relay.main, relay, []);
    return told;
  };

  it.each<[string, () => Promise<unknown>, string]>([
    ['arms the page in another tab', () => Promise.resolve({ res: false }), `f00d ${API_ORIGIN}`],
    ['does not arm the page in this tab', () => Promise.resolve({ res: true }), '-'],
    [
      'does not arm a page that is not answered',
      () => Promise.reject(new Error('Extension context invalidated.')),
      '-',
    ],
    ['does not arm a page that is refused', () => Promise.resolve({ err: { message: 'Refused' } }), '-'],
  ])('%s', async (_case, answer, text) => {
    const sent = installAnsweringBackground(answer);
    await armedPagesItem.setValue(offInSome);
    const told = follow();
    await vi.waitFor(() => expect(told).toEqual([text]));
    expect(sent[0]).toMatchObject({ type: 'isTabOff' });
  });

  it('asks nothing for a page that is not armed anyway', async () => {
    const sent = installAnsweringBackground(() => expect.unreachable('asked'));
    await armedPagesItem.setValue({ ...offInSome, pages: {} });
    const told = follow();
    await vi.waitFor(() => expect(told).toEqual(['-']));
    expect(sent).toEqual([]);
  });

  it('tells nothing that is outdated when the answer comes', async () => {
    const { promise, resolve } = Promise.withResolvers<object>();
    const sent = installAnsweringBackground(() => promise);
    await armedPagesItem.setValue(offInSome);
    const told = follow();
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await armedPagesItem.setValue({ pages: { [API_ORIGIN]: { mark: 'beef', apis: [API_ORIGIN] } }, offTabs: [] });
    resolve({ res: true });
    await promise;
    expect(told).toEqual([`beef ${API_ORIGIN}`]);
    await armedPagesItem.removeValue();
    expect(told).toEqual([`beef ${API_ORIGIN}`, '-']);
  });
});

it('the relay asks nobody which tab this is while none is switched off', async () => {
  const sent = installAnsweringBackground(() => expect.unreachable('asked'));
  await armedPagesItem.setValue(armed);
  const told = new Promise((resolve) => performance.addEventListener(ARMING_EVENT, resolve));
  Reflect.apply(relay.main, relay, []);
  expect([await told, sent]).toEqual([expect.objectContaining({ detail: `f00d ${API_ORIGIN}` }), []]);
});

it('the relay asks for one renewal, however many requests of the page were rejected, and tells them the outcome', async () => {
  await armedPagesItem.setValue(armed);
  const sent = installAnsweringBackground(() => Promise.resolve({ res: true }));
  const told: unknown[] = [];
  performance.addEventListener(RENEWED_EVENT, (event) => told.push(event instanceof CustomEvent && event.detail));
  Reflect.apply(relay.main, relay, []);
  for (const detail of [41, 42]) performance.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail }));
  await vi.waitFor(() => expect(told).toEqual(['yes', 'yes']));
  expect(sent).toEqual([expect.objectContaining({ data: 41 })]);
});

it('the relay asks about all older requests together, once the question under way is answered', async () => {
  await armedPagesItem.setValue(armed);
  const { promise: first, resolve: answerFirst } = Promise.withResolvers<{ res: boolean }>();
  const sent = installAnsweringBackground(() => (sent.length === 1 ? first : Promise.resolve({ res: true })));
  const told: unknown[] = [];
  performance.addEventListener(RENEWED_EVENT, (event) => told.push(event instanceof CustomEvent && event.detail));
  Reflect.apply(relay.main, relay, []);
  for (const detail of [42, 41, 39, 40]) performance.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  answerFirst({ res: false });
  await vi.waitFor(() => expect(told).toEqual(['', 'yes', 'yes', 'yes']));
  expect(sent).toEqual([expect.objectContaining({ data: 42 }), expect.objectContaining({ data: 39 })]);
});

it('the relay asks nobody for a page that is not armed', async () => {
  const sent = installAnsweringBackground(() => expect.unreachable('asked'));
  Reflect.apply(relay.main, relay, []);
  const told = new Promise((resolve) => performance.addEventListener(RENEWED_EVENT, resolve));
  performance.dispatchEvent(new CustomEvent(REJECTED_EVENT, { detail: 42 }));
  expect([await told, sent]).toEqual([expect.objectContaining({ detail: '' }), []]);
});

it("the relay asks for a renewal when the browser's record shows a rejected XMLHttpRequest", async () => {
  const sent = installAnsweringBackground(() => Promise.resolve({ res: true }));
  vi.useFakeTimers({ toFake: ['Date'] });
  let observe = (_entries: object): void => {};
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: typeof observe) {
        observe = callback;
      }
      observe() {}
    },
  );
  await armedPagesItem.setValue(armed);
  const told = new Promise((resolve) => performance.addEventListener(ARMING_EVENT, resolve));
  Reflect.apply(relay.main, relay, []);
  await told;
  const entry = { initiatorType: 'xmlhttprequest', responseStatus: 401, startTime: 500 };
  const names = [markUrl(`${API_ORIGIN}/me`, 'f00d'), `${API_ORIGIN}/me`];
  const seenAtMs = Date.now();
  observe({ getEntries: () => names.map((name) => ({ ...entry, name })) });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toEqual([expect.objectContaining({ data: seenAtMs - 1000 })]);
});

it('relay and page script run in the same documents, at the same time', () => {
  const { main: _relayMain, ...relayOptions } = relay;
  const { main: _pageMain, world, ...pageOptions } = page.default;
  expect(pageOptions).toEqual(relayOptions);
  expect(world).toBe('MAIN');
});
