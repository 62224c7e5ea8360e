import { useEffect, useState } from 'preact/hooks';
import { type ActiveTab, getActiveTab, watchActiveTab } from '@/utils/platform/tabs';
import { getNeededOrigins, getTabStatus, type TabSituation, type TabStatus } from './tab-status';
import { useHostPermission } from './use-host-permission';

/** The tab in front of the user and what happens to its requests, kept up to date. */
export function useTabStatus(stored: Omit<TabSituation, 'isPermitted'>): {
  tab: ActiveTab | undefined;
  status: TabStatus;
} {
  const [tab, setTab] = useState<ActiveTab>();
  useEffect(() => {
    const look = (): void => void getActiveTab().then(setTab);
    look();
    return watchActiveTab(look);
  }, []);
  const isPermitted = useHostPermission(getNeededOrigins(tab, stored)) ?? true;
  return { tab, status: getTabStatus(tab, { ...stored, isPermitted }) };
}
