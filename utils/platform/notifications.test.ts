import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installNotifications } from '../testing/fake-apis';
import { notifyLoginNeeded, openPopupOnNotificationClick, setNotifying } from './notifications';

let world: ReturnType<typeof installNotifications>;
beforeEach(() => {
  fakeBrowser.reset();
  world = installNotifications();
});

describe('when a login is needed', () => {
  it('nothing is shown to a user who did not ask for it', async () => {
    await notifyLoginNeeded('devsandbox.knetikcloud.com');
    expect(world.shown.size).toBe(0);
  });

  it('a user who asked for it is told, until it is over', async () => {
    await setNotifying(true);
    await notifyLoginNeeded('devsandbox.knetikcloud.com');
    expect([...world.shown.values()].map(({ message }) => message)).toEqual([
      'The token for devsandbox.knetikcloud.com can no longer be renewed. Click here to log in.',
    ]);
    await notifyLoginNeeded(undefined);
    expect(world.shown.size).toBe(0);
  });

  it('a click opens the popup, also when the permission came after the start', async () => {
    const { notifications } = fakeBrowser;
    Object.assign(fakeBrowser, { notifications: undefined });
    openPopupOnNotificationClick();
    Object.assign(fakeBrowser, { notifications });
    world.onAdded.trigger({});
    world.onClicked.trigger('login-needed');
    const urls = (await fakeBrowser.tabs.query({})).map(({ url }) => url);
    expect(urls).toContain(fakeBrowser.runtime.getURL('/popup.html'));
  });
});
