import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { RELAY_QUESTION } from '@/utils/messages/page-protocol';
import { PAGE_URL } from '../testing/fake-realm';
import { getActiveTab, reloadTab, watchActiveTab } from './tabs';

/** What the page in the tab answers to a message; by default there is nobody who could. */
const installPage = (answer: (...asked: unknown[]) => Promise<unknown>) =>
  Object.assign(fakeBrowser.tabs, { sendMessage: answer });

const openTab = async (tab: { url?: string } = { url: PAGE_URL }) => {
  const window = await fakeBrowser.windows.create({ focused: true });
  return fakeBrowser.tabs.create({ ...tab, active: true, windowId: window?.id });
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubEnv('FIREFOX', '');
  installPage(() => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')));
});

describe('the tab in front', () => {
  it.each<[string, () => Promise<unknown>, boolean]>([
    ['its relay says so', () => Promise.resolve(true), true],
    ['nobody is there', () => Promise.reject(new Error('Receiving end does not exist')), false],
    ['somebody else answers', () => Promise.resolve({ hello: 'world' }), false],
    ['nobody answers', () => Promise.resolve(), false],
  ])('when %s', async (_case, answer, hasRelay) => {
    installPage(answer);
    const { id } = await openTab();
    expect(await getActiveTab()).toEqual({ id, url: PAGE_URL, hasRelay });
  });

  it('is asked in its main frame', async () => {
    const asked: unknown[] = [];
    installPage(async (...args) => asked.push(...args));
    const { id } = await openTab();
    await getActiveTab();
    expect(asked).toEqual([id, RELAY_QUESTION, { frameId: 0 }]);
  });

  it('needs no relay in Firefox', async () => {
    vi.stubEnv('FIREFOX', 'true');
    await openTab();
    expect(await getActiveTab()).toMatchObject({ hasRelay: true });
  });

  it('may be none', async () => {
    expect(await getActiveTab()).toBeUndefined();
  });

  it('has no URL where the extension may not see it', async () => {
    const { id } = await openTab({});
    expect(await getActiveTab()).toEqual({ id, hasRelay: false });
  });
});

describe('watching the tab in front', () => {
  it('tells when another comes to the front or this one loads, until it is stopped', async () => {
    const { id } = await openTab();
    const seen = vi.fn<() => void>();
    const stop = watchActiveTab(seen);
    await openTab();
    expect(seen).toHaveBeenCalledTimes(1);
    await fakeBrowser.tabs.update(id ?? 0, { url: `${PAGE_URL}#/users` });
    expect(seen).toHaveBeenCalledTimes(2);
    stop();
    await openTab();
    expect(seen).toHaveBeenCalledTimes(2);
  });
});

it('a tab can be reloaded', async () => {
  const reload = vi.fn<(id: number) => Promise<void>>(() => Promise.resolve());
  Object.assign(fakeBrowser.tabs, { reload });
  await reloadTab(7);
  expect(reload).toHaveBeenCalledExactlyOnceWith(7);
});
