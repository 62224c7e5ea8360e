import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  installBadge,
  installPermissions,
  installScripting,
  installSessionRules,
  installUser,
  installWebRequest,
} from './fake-apis';
import { installContextMenus, installPopup, installSidePanel } from './fake-surfaces';

/** Gives the background all that it needs of Chromium, on line, with the permission for these origins' hosts. */
export function installBackgroundApis(...origins: string[]) {
  installWebRequest();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubEnv('FIREFOX', '');
  return {
    badge: installBadge(),
    rules: installSessionRules(),
    scripting: installScripting(),
    user: installUser(),
    permissions: installPermissions(origins.map((origin) => `${origin}/*`)),
    menu: installContextMenus(),
    popup: installPopup(),
    sidePanels: installSidePanel(),
  };
}

/** Starts a new background, as the browser does whenever it is woken. */
export async function startBackground(): Promise<void> {
  vi.resetModules();
  const { default: background } = await import('@/entrypoints/background/index');
  background.main();
}

/** Asks as the popup does, and waits until that is done. */
export function askAsPopup(type: string, data?: unknown): Promise<unknown> {
  const { id } = fakeBrowser.runtime;
  const popup = { id, url: `chrome-extension://${id}/popup.html` };
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, popup, resolve);
  });
}
