import { isManagedId } from '@/utils/profiles/managed-id';
import type { Profile } from '@/utils/profiles/profile';
import { listPresent, type ProfileList, type ProfilesChange } from '@/utils/profiles/profile-list';

/** The profiles that have a place to change: those that are there, without the team's. */
export function listMovable(profiles: ProfileList): ProfileList {
  return listPresent(profiles).filter(({ id }) => !isManagedId(id));
}

/** The change that puts a profile before or behind its neighbour; undefined at the end of the list. */
export function buildMove(profiles: ProfileList, { id }: Profile, step: -1 | 1): ProfilesChange | undefined {
  const movable = listMovable(profiles);
  const neighbour = movable[movable.findIndex((each) => each.id === id) + step];
  if (!neighbour) return undefined;
  // Removed ones hold their places until they are gone for good, and the place is counted with them.
  const stored = profiles.filter((each) => !isManagedId(each.id));
  return { kind: 'move', id, toIndex: stored.indexOf(neighbour) };
}
