import browser from 'webextension-polyfill';
import type { Switches } from '@/utils/injection/reach';
import { offSitesItem, offTabsItem, pausedItem } from './storage';

async function readSwitches(): Promise<Switches> {
  const [paused, offSites, offTabs] = await Promise.all([
    pausedItem.getValue(),
    offSitesItem.getValue(),
    offTabsItem.getValue(),
  ]);
  return { paused, offSites, offTabs };
}

async function writeSwitches({ paused, offSites, offTabs }: Switches): Promise<void> {
  await Promise.all([pausedItem.setValue(paused), offSitesItem.setValue(offSites), offTabsItem.setValue(offTabs)]);
}

export const switchesItem = { getValue: readSwitches, setValue: writeSwitches };

/** Calls back with each tab that is closed. To be called at start. */
export function onTabClosed(callback: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => callback(tabId));
}
