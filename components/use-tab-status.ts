import { useEffect, useState } from 'preact/hooks';
import type { TokenState } from '@/utils/oauth2/token-state';
import { type ActiveTab, getActiveTab, watchActiveTab } from '@/utils/platform/tabs';
import { getTabStatus, type TabStatus } from './tab-status';

/** The tab in front of the user and what happens to its requests, kept up to date. */
export function useTabStatus(state: TokenState, paused: boolean): { tab: ActiveTab | undefined; status: TabStatus } {
  const [tab, setTab] = useState<ActiveTab>();
  useEffect(() => {
    const look = (): void => void getActiveTab().then(setTab);
    look();
    return watchActiveTab(look);
  }, []);
  return { tab, status: getTabStatus(tab, state, paused) };
}
