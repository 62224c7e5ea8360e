import browser from 'webextension-polyfill';
import { openPopupPage } from './open-popup';
import { t } from './texts';

const ID = 'login-needed';
const PERMISSION = { permissions: ['notifications' as const] };

/** True when the user wants to be notified: the permission itself is the setting. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the user for the permission, or gives it back. To be called in answer to a click. */
export function setNotifying(wanted: boolean): Promise<boolean> {
  return wanted ? browser.permissions.request(PERMISSION) : browser.permissions.remove(PERMISSION);
}

/** Shows that only the user can help, if they want to be told; or takes that back. */
export async function notifyLoginNeeded(host: string | undefined): Promise<void> {
  if (!(await mayNotify())) return;
  if (host === undefined) {
    await browser.notifications.clear(ID);
    return;
  }
  await browser.notifications.create(ID, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: t('notification.loginNeededTitle'),
    message: t('notification.loginNeeded', { host }),
  });
}

/** Opens the popup's page when the notification is clicked. To be called at start, as a click may wake the background. */
export function openPopupOnNotificationClick(): void {
  const onClick = (id: string): void => {
    if (id === ID) void openPopupPage();
  };
  const listen = (): void => {
    browser.notifications?.onClicked.addListener(onClick);
  };
  listen();
  // Without the permission the browser does not have the event yet.
  browser.permissions.onAdded.addListener(listen);
}
