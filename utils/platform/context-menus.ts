import browser, { type Menus } from 'webextension-polyfill';
import { createInTurn } from '@/utils/in-turn';
import type { MenuState } from '@/utils/services/get-menu-state';
import { t } from './texts';

type MenuAction = 'use-site' | 'explain-page' | 'copy-token' | 'toggle-pause' | 'open-side-panel';

export interface MenuClick {
  action: MenuAction;
  /** Of the page in the tab, as the browser says; absent on pages that the extension may not know. */
  pageUrl: string | undefined;
  windowId: number | undefined;
}

type Item = { id: MenuAction; title: string; enabled: boolean };

const listItems = ({ isPaused, mayUseSite, hasToken }: MenuState): Item[] => [
  { id: 'use-site', title: t('menu.useSite'), enabled: mayUseSite },
  { id: 'explain-page', title: t('menu.explainPage'), enabled: true },
  { id: 'copy-token', title: t('menu.copyToken'), enabled: hasToken },
  { id: 'toggle-pause', title: isPaused ? t('menu.resume') : t('menu.pause'), enabled: true },
  {
    id: 'open-side-panel',
    title: import.meta.env.FIREFOX ? t('menu.openSidebar') : t('menu.openSidePanel'),
    enabled: true,
  },
];

const inTurn = createInTurn();
/** Since this background began; what the browser has kept from one before may be another version's. */
let isMade = false;

/** Has the menu of the toolbar button and of web pages be like this. */
export function showMenu(state: MenuState): Promise<void> {
  // Two that make the menu at once would make each item twice.
  return inTurn(async () => {
    const items = listItems(state);
    if (isMade) {
      await Promise.all(items.map(({ id, ...item }) => browser.contextMenus.update(id, item)));
      return;
    }
    await browser.contextMenus.removeAll();
    for (const item of items) browser.contextMenus.create({ ...item, ...WHERE });
    isMade = true;
  });
}

const WHERE: Menus.CreateCreatePropertiesType = {
  contexts: ['action', 'page'],
  documentUrlPatterns: ['https://*/*', 'http://*/*'],
};

/**
 * Calls back when the user chooses an item. To be called at start, as that may wake the background. What needs the
 * user's click, as a question for a permission does, has to be done before anything is waited for.
 */
export function onMenuClick(callback: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    const action = String(menuItemId);
    if (isMenuAction(action)) callback({ action, pageUrl: pageUrl ?? tab?.url, windowId: tab?.windowId });
  });
}

const ACTIONS: Record<MenuAction, true> = {
  'use-site': true,
  'explain-page': true,
  'copy-token': true,
  'toggle-pause': true,
  'open-side-panel': true,
};
const isMenuAction = (id: string): id is MenuAction => Object.hasOwn(ACTIONS, id);
