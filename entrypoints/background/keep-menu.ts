import { type MenuClick, onMenuClick, showMenu } from '@/utils/platform/context-menus';
import { openPopup, openPopupPage } from '@/utils/platform/open-popup';
import { readPopupState } from '@/utils/platform/popup-state';
import { watchProfiles } from '@/utils/platform/profile-storage';
import { openSidePanel } from '@/utils/platform/side-panel';
import { currentProfileItem, pausedItem, tokenStatesItem } from '@/utils/platform/storage';
import { getMenuState } from '@/utils/services/get-menu-state';
import type { UserActions } from './user-actions';

/** Has the context menu follow what is stored, and does what is chosen in it. */
export function keepMenu({ useSite, togglePause }: UserActions): void {
  const refresh = async (): Promise<void> => {
    const [current, isPaused] = await Promise.all([readPopupState(), pausedItem.getValue()]);
    await showMenu(getMenuState(current, isPaused));
  };
  for (const item of [tokenStatesItem, pausedItem, currentProfileItem]) item.watch(() => void refresh());
  watchProfiles(() => void refresh());
  void refresh();

  const obey = ({ action, pageUrl, windowId }: MenuClick): Promise<void> => {
    switch (action) {
      case 'use-site':
        return useSite(pageUrl);
      case 'explain-page':
        return pageUrl === undefined ? openPopup() : openPopupPage({ explain: pageUrl });
      case 'copy-token':
        // The clipboard is closed to the background; the popup has the button for it.
        return openPopup();
      case 'toggle-pause':
        return togglePause();
      case 'open-side-panel':
        return openSidePanel(windowId);
    }
  };
  // What does not succeed shows in what is stored: nothing has changed.
  onMenuClick((click) => void obey(click).catch(() => {}));
}
