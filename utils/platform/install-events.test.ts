import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { seenVersionItem, welcomeAtInstall } from './install-events';

let installType: string;
const create = vi.fn<() => Promise<object>>(async () => ({}));

beforeEach(() => {
  fakeBrowser.reset();
  installType = 'normal';
  create.mockClear();
  Object.assign(fakeBrowser.management, { getSelf: async () => ({ installType }) });
  Object.assign(fakeBrowser.tabs, { create });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'test',
    version: '0.2.0',
  });
  welcomeAtInstall();
});

const install = (): unknown => fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
const updateFrom = (previousVersion: string): unknown =>
  fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion });

it('the installation opens the welcome page, and its version is known', async () => {
  await install();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/welcome\.html$/) as string });
  expect(await seenVersionItem.getValue()).toBe('0.2.0');
});

it('the same extension loaded again opens nothing', async () => {
  await install();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  const read = vi.spyOn(seenVersionItem, 'getValue');
  await install();
  await vi.waitFor(() => expect(read).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(create).toHaveBeenCalledTimes(1);
});

it('an administrator’s installation opens nothing', async () => {
  installType = 'admin';
  await install();
  await vi.waitFor(async () => expect(await seenVersionItem.getValue()).toBe('0.2.0'));
  expect(create).not.toHaveBeenCalled();
});

it('an update opens nothing, and remembers what the user knew', async () => {
  await updateFrom('0.1.0');
  await vi.waitFor(async () => expect(await seenVersionItem.getValue()).toBe('0.1.0'));
  expect(create).not.toHaveBeenCalled();
});

it('a second update does not take the news of the first away', async () => {
  await seenVersionItem.setValue('0.0.1');
  await updateFrom('0.1.0');
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(await seenVersionItem.getValue()).toBe('0.0.1');
});
