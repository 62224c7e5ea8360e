import type { ReachChange } from '@/utils/injection/reach';
import { toSocketOrigin } from '@/utils/injection/socket-origin';
import { askWithPermission } from '@/utils/platform/after-permission';
import { askBackground } from '@/utils/platform/popup-messages';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';

/**
 * Has the background change where a profile's token goes; asks the user for the hosts first, where it goes further. To be
 * called in answer to a click.
 * @returns false when the user said no
 */
export async function changeReach(profile: Profile, change: ReachChange): Promise<boolean> {
  const asked = { profileId: profile.id, change };
  const isNarrower = change.kind === 'remove' || (change.kind === 'opt' && !change.on);
  if (!isNarrower) {
    return askWithPermission({
      origins: listNeeded(profile, change),
      askedAtMs: Date.now(),
      type: 'changeReach',
      data: asked,
    });
  }
  await askBackground('changeReach', asked);
  return true;
}

/** The origins that the browser has to allow for a change. */
function listNeeded(profile: Profile, change: ReachChange): string[] {
  const { apis, everything } = profile.reach;
  const login = getLoginOrigin(profile);
  const own = login === undefined ? [] : [login];
  if (change.kind === 'opt') {
    return change.what === 'everything' ? [...own, ...[...own, ...apis].map(toSocketOrigin)] : own;
  }
  const { what, origin } = change;
  return [...own, origin, ...(what === 'apis' && everything ? [toSocketOrigin(origin)] : [])];
}
