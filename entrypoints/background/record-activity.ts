import { getEngine } from '@/utils/platform/engine';
import { watchProfiles } from '@/utils/platform/profile-storage';
import { readSituation } from '@/utils/platform/situation';
import {
  activityItem,
  choicesItem,
  offSitesItem,
  offTabsItem,
  pausedItem,
  tokenStatesItem,
  writingUntilItem,
} from '@/utils/platform/storage';
import { watchRequests } from '@/utils/platform/watch-requests';
import { type ActivityRecorder, createActivityRecorder } from '@/utils/services/activity-recorder';
import { readAllOrigins } from './build-keepers';

/** Has the last requests kept for the user to see, from the first login of a browser session on. */
export function recordActivity(): ActivityRecorder {
  const recorder = createActivityRecorder({
    read: readSituation,
    readOrigins: readAllOrigins,
    readEntries: async () => (await activityItem.getValue()) ?? [],
    writeEntries: (entries) => activityItem.setValue(entries),
    engine: getEngine(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const watchOthers = watchRequests(recorder);
  const choose = async (): Promise<void> => {
    // Before the first login of a browser session there is nothing to look at.
    const { states, profiles } = await readSituation();
    const isWanted = Object.keys(states).length > 0 || (await activityItem.getValue()) !== null;
    const links = profiles.some(({ reach }) => reach.links);
    watchOthers(isWanted ? { links, everything: profiles.some(({ reach }) => reach.everything) } : undefined);
  };
  const note = (): void => {
    recorder.forgetSituation();
    void choose();
  };
  for (const item of [tokenStatesItem, writingUntilItem, choicesItem, pausedItem, offSitesItem, offTabsItem])
    item.watch(note);
  watchProfiles(note);
  void choose();
  return recorder;
}
