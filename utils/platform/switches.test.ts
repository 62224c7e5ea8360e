import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ALL_ON } from '../testing/examples';
import { onTabClosed, switchesItem } from './switches';

const off = { paused: true, offSites: ['http://localhost:3000'], offTabs: [7] };
beforeEach(() => {
  fakeBrowser.reset();
});

it('nothing is switched off to begin with', async () => {
  expect(await switchesItem.getValue()).toEqual(ALL_ON);
});

it('what is written is read again', async () => {
  await switchesItem.setValue(off);
  expect(await switchesItem.getValue()).toEqual(off);
});

it('tabs are forgotten with the browser session, whose numbers they have; the rest is not', async () => {
  await switchesItem.setValue(off);
  await fakeBrowser.storage.session.clear();
  expect(await switchesItem.getValue()).toEqual({ ...off, offTabs: [] });
});

it('a closed tab is told of by its number', async () => {
  const closed: number[] = [];
  onTabClosed((tabId) => closed.push(tabId));
  await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: true });
  expect(closed).toEqual([7]);
});
