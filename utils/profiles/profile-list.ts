import { nameServer } from './environments';
import { getLoginOrigin, MAX_NAME_LENGTH, MAX_PROFILES, type Profile, withForm } from './profile';

/** A profile that has no id yet. */
export type NewProfile = Omit<Profile, 'id' | 'removedAtMs' | 'otherReaches'>;

export type ProfilesChange =
  /** Added behind this one, or at the end. */
  | { kind: 'add'; profile: NewProfile; after?: string | undefined }
  | { kind: 'save'; id: string; profile: NewProfile }
  /** Can be undone for a while. */
  | { kind: 'remove' | 'restore'; ids: string[] }
  | { kind: 'move'; id: string; toIndex: number };

/** How long a removal can be undone. */
export const UNDO_MS = 60_000;

/** The profiles in the user's order. */
export type ProfileList = readonly Profile[];

/**
 * The list after a change. What cannot be done, such as saving a profile that is gone, leaves it as it is.
 * @param buildId makes the id of a new profile
 */
export function changeProfiles(
  list: ProfileList,
  change: ProfilesChange,
  { nowMs, buildId }: { nowMs: number; buildId: () => string },
): ProfileList {
  switch (change.kind) {
    case 'add': {
      if (list.length >= MAX_PROFILES) return list;
      const at = list.findIndex(({ id }) => id === change.after);
      const added = { ...change.profile, id: buildId() };
      return at === -1 ? [...list, added] : list.toSpliced(at + 1, 0, added);
    }
    case 'save':
      return list.map((each) => (each.id === change.id ? saveProfile(each, change.profile) : each));
    case 'remove':
      return list.map((each) => (change.ids.includes(each.id) ? { ...each, removedAtMs: nowMs } : each));
    case 'restore':
      return list.map(({ removedAtMs, ...rest }) =>
        removedAtMs === undefined || change.ids.includes(rest.id) ? rest : { ...rest, removedAtMs },
      );
    case 'move': {
      const profile = list.find(({ id }) => id === change.id);
      return profile ? list.filter((each) => each !== profile).toSpliced(change.toIndex, 0, profile) : list;
    }
  }
}

/** The reach that is saved is the one that the user saw for the server they saved; no other server gets it. */
function saveProfile(profile: Profile, { form, reach, ...rest }: NewProfile): Profile {
  const isAtSameServer = getLoginOrigin({ form }) === getLoginOrigin(profile);
  return { ...withForm(profile, form), ...rest, ...(isAtSameServer && { reach }) };
}

/** Those that are there for the user, without the removed ones. */
export function listPresent(list: ProfileList): ProfileList {
  return list.filter(({ removedAtMs }) => removedAtMs === undefined);
}

/** Those whose removal can no longer be undone. */
export function listGone(list: ProfileList, nowMs: number): ProfileList {
  // Also when the clock was set back: a removal in the future would stay for ever.
  return list.filter(({ removedAtMs }) => removedAtMs !== undefined && Math.abs(nowMs - removedAtMs) > UNDO_MS);
}

/** The name for a profile that logs in at this origin, before it is known whether it is free. */
export function buildName(origin: string | undefined): string {
  return origin === undefined ? 'My profile' : nameServer(origin).slice(0, MAX_NAME_LENGTH);
}

/** The next name that is free: "name", "name 2", "name 3" …; never longer than a name may be. */
export function findFreeName(list: ProfileList, wanted: string): string {
  const taken = new Set(list.map(({ name }) => name));
  const base = wanted.replace(/ \d+$/, '');
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${base.slice(0, MAX_NAME_LENGTH - ` ${number}`.length)} ${number}`;
    if (!taken.has(name)) return name;
  }
}
