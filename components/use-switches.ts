import type { Switches } from '@/utils/injection/reach';
import { offSitesItem, offTabsItem, pausedItem } from '@/utils/platform/storage';
import { useStored } from './use-stored';

/** The stored switches, kept up to date; undefined until they were read. */
export function useSwitches(): Switches | undefined {
  const paused = useStored(pausedItem);
  const offSites = useStored(offSitesItem);
  const offTabs = useStored(offTabsItem);
  return paused === undefined || !offSites || !offTabs ? undefined : { paused, offSites, offTabs };
}
