import { changeReach, OWN_REACH, type Reach, type ReachChange, type Switches } from '@/utils/injection/reach';
import { toSocketOrigin } from '@/utils/injection/socket-origin';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';
import type { NewProfile } from '@/utils/profiles/profile-list';
import { getBaseUrl, type ProfileDraft } from './profile-draft';

/** What is switched off is not a profile's matter. */
export const ALL_ON_SITES: Switches = { paused: false, offSites: [], offTabs: [] };

export function changeDraftReach(draft: ProfileDraft, change: ReachChange): Reach {
  const reading = readBaseUrl(getBaseUrl(draft));
  return reading.ok ? changeReach(draft.reach, change, reading.origin) : draft.reach;
}

/** The origins that the browser has to allow, where the profile's token is to go further than before. */
export function listOriginsToAsk(profile: NewProfile, before?: Profile): string[] {
  const origin = getLoginOrigin(profile);
  const isSameServer = before !== undefined && getLoginOrigin(before) === origin;
  // At another server a saved profile begins with its own pages, whatever this says.
  if (origin === undefined || (before && !isSameServer)) return [];
  const { pages, apis, links, everything } = profile.reach;
  const old = before?.reach ?? OWN_REACH;
  const isFurther =
    pages.some((page) => !old.pages.includes(page)) ||
    apis.some((api) => !old.apis.includes(api)) ||
    (links && !old.links) ||
    (everything && !old.everything);
  if (!isFurther) return [];
  const targets = [origin, ...apis];
  return [...new Set([...targets, ...pages, ...(everything ? targets.map(toSocketOrigin) : [])])];
}
