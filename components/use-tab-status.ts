import { useEffect, useRef, useState } from 'preact/hooks';
import { type ActiveTab, getActiveTab, watchActiveTab } from '@/utils/platform/tabs';
import { getNeededOrigins, getTabStatus, type TabSituation, type TabStatus } from './tab-status';
import { useHostPermission } from './use-host-permission';

/** The tab in front of the user and what happens to its requests, kept up to date. */
export function useTabStatus(stored: Omit<TabSituation, 'isPermitted'>): {
  tab: ActiveTab | undefined;
  /** Undefined until it is known first; while the browser is asked anew, it is what it was. */
  status: TabStatus | undefined;
} {
  const [front, setFront] = useState<{ tab: ActiveTab | undefined }>();
  const known = useRef<TabStatus>(undefined);
  useEffect(() => {
    const look = (): void => void getActiveTab().then((tab) => setFront({ tab }));
    look();
    return watchActiveTab(look);
  }, []);
  const tab = front?.tab;
  const isPermitted = useHostPermission(getNeededOrigins(tab, stored));
  if (front && isPermitted !== undefined) known.current = getTabStatus(tab, { ...stored, isPermitted });
  return { tab, status: known.current };
}
