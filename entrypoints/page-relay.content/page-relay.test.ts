// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ARMING_EVENT } from '@/utils/injection/arming';
import { armedPagesItem } from '@/utils/platform/storage';
import { API_ORIGIN } from '@/utils/testing/examples';
import * as page from '../page.content/index';
import relay from './index';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('origin', API_ORIGIN);
  // Happy DOM leaves the one of Node, which does not know its events.
  vi.stubGlobal('performance', Object.assign(document.createElement('i'), { now: () => 0 }));
});

it('the relay tells the page script what this page may mark, and when it may not any more', async () => {
  const told: unknown[] = [];
  performance.addEventListener(ARMING_EVENT, (event) => told.push(event instanceof CustomEvent && event.detail));
  const elsewhere = { 'https://app.knetikcloud.com': ['https://app.knetikcloud.com'] };
  await armedPagesItem.setValue({ mark: 'f00d', pages: { ...elsewhere, [API_ORIGIN]: [API_ORIGIN] } });
  Reflect.apply(relay.main, relay, []);
  await vi.waitFor(() => expect(told).toEqual([`f00d ${API_ORIGIN}`]));
  await armedPagesItem.setValue({ mark: 'f00d', pages: elsewhere });
  expect(told).toEqual([`f00d ${API_ORIGIN}`, '']);
});

it('relay and page script run in the same documents, at the same time', () => {
  const { main: _relayMain, ...relayOptions } = relay;
  const { main: _pageMain, world, ...pageOptions } = page.default;
  expect(pageOptions).toEqual(relayOptions);
  expect(world).toBe('MAIN');
});
