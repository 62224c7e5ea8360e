import { fakeBrowser } from 'wxt/testing/fake-browser';

interface MenuItem {
  id: string;
  title: string;
  enabled: boolean;
}
interface ClickInfo {
  menuItemId: string;
  pageUrl?: string;
}
interface ClickedTab {
  url?: string;
  windowId: number;
}

/** Gives `fakeBrowser` a context menu that outlives the background, and a user who can choose in it. */
export function installContextMenus() {
  const items = new Map<string, MenuItem>();
  const listeners: ((info: ClickInfo, tab?: ClickedTab) => void)[] = [];
  const contextMenus = {
    create(item: MenuItem) {
      if (items.has(item.id)) throw new Error(`Cannot create item with duplicate id ${item.id}`);
      items.set(item.id, item);
    },
    async update(id: string, change: Partial<MenuItem>) {
      const item = items.get(id);
      if (!item) throw new Error(`Cannot find menu item with id ${id}`);
      items.set(id, { ...item, ...change });
    },
    removeAll: async () => items.clear(),
    onClicked: { addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener) },
  };
  Object.assign(fakeBrowser, { contextMenus });
  return {
    listTitles: () => [...items.values()].map(({ title }) => title),
    listEnabled: () => [...items.values()].flatMap(({ id, enabled }) => (enabled ? id : [])),
    choose: (info: ClickInfo, tab: ClickedTab = { windowId: 1 }) =>
      listeners.forEach((listener) => listener(info, tab)),
  };
}

/** Gives `fakeBrowser` a popup at the toolbar, and counts how often it was opened; `isAllowed` is false without a window. */
export function installPopup() {
  const world = { opened: 0, isAllowed: true };
  Object.assign(fakeBrowser.action, {
    async openPopup() {
      if (!world.isAllowed) throw new Error('Could not find an active browser window.');
      world.opened += 1;
    },
  });
  return world;
}

/** Gives `fakeBrowser` Chromium's side panel; answers the windows in which it was opened. */
export function installSidePanel(): number[] {
  const opened: number[] = [];
  const open = async ({ windowId }: { windowId: number }) => void opened.push(windowId);
  Object.assign(fakeBrowser, { sidePanel: { open } });
  return opened;
}
