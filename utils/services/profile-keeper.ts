import { createInTurn } from '@/utils/in-turn';
import { changeReach, type ReachChange } from '@/utils/injection/reach';
import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { getLoginOrigin, MAX_PROFILES, type Profile, withForm } from '@/utils/profiles/profile';
import {
  changeProfiles,
  findFreeName,
  listGone,
  type NewProfile,
  type ProfileList,
  type ProfilesChange,
  UNDO_MS,
} from '@/utils/profiles/profile-list';

export interface ProfileKeeper {
  /** Adds, changes, moves or removes profiles. Resolves when that is in force. */
  changeProfiles: (change: ProfilesChange) => Promise<void>;
  /** Changes where a profile's token may go. Resolves when that is in force. */
  changeReach: (asked: { profileId: string; change: ReachChange }) => Promise<void>;
  /** Adds profiles behind all others, under names that are free, and types in what secrets came along. */
  importProfiles: (imported: readonly { profile: NewProfile; secrets: ImportedSecrets }[]) => Promise<void>;
  /** Keeps what is no secret of the form of a login that succeeded. */
  rememberLogin: (profileId: string, form: TokenForm) => Promise<void>;
  /** To be called at every start, and at the time set by `wakeAt`: sees that there is a profile, and buries the removed. */
  wakeUp: () => Promise<void>;
}

export interface ProfileKeeperPorts {
  profiles: {
    /** All of the user's own, removed ones too. */
    read: () => Promise<ProfileList>;
    write: (list: ProfileList, before: ProfileList) => Promise<void>;
  };
  /** The profiles of a first start. */
  readFirst: () => Promise<ProfileList>;
  /** Called when those are stored. */
  forgetFirst: () => Promise<void>;
  typeIn: (profileId: string, form: TokenForm) => Promise<void>;
  /** Ends the login of a profile that is about to be gone, and forgets what was typed for it. */
  bury: (profileId: string) => Promise<void>;
  /** Makes the browser follow what is stored. */
  applyState: () => Promise<void>;
  wakeAt: (timeMs: number | undefined) => Promise<void>;
  nowMs: () => number;
  buildId: () => string;
}

/** Creates the one that changes the stored profiles: one change at a time, so that none is lost. */
export function createProfileKeeper(ports: ProfileKeeperPorts): ProfileKeeper {
  const { profiles, readFirst, forgetFirst, typeIn, bury, applyState, wakeAt, nowMs, buildId } = ports;
  const inTurn = createInTurn();
  const change = (work: (list: ProfileList) => ProfileList): Promise<void> =>
    inTurn(async () => {
      const before = await profiles.read();
      const list = work(before);
      await profiles.write(list, before);
      await applyState();
      await wakeAtNextBurial(list);
    });
  const wakeAtNextBurial = (list: ProfileList): Promise<void> => {
    const removals = list.flatMap(({ removedAtMs }) => removedAtMs ?? []);
    return wakeAt(removals.length === 0 ? undefined : Math.min(...removals) + UNDO_MS + 1);
  };
  const changeOne = (profileId: string, work: (profile: Profile) => Profile): Promise<void> =>
    change((list) => list.map((profile) => (profile.id === profileId ? work(profile) : profile)));

  return {
    changeProfiles: (asked) => change((list) => changeProfiles(list, asked, { nowMs: nowMs(), buildId })),

    changeReach: ({ profileId, change: asked }) =>
      changeOne(profileId, (profile) => ({
        ...profile,
        reach: changeReach(profile.reach, asked, getLoginOrigin(profile) ?? ''),
      })),

    importProfiles: (imported) =>
      inTurn(async () => {
        const before = await profiles.read();
        let list = before;
        const typed: [string, TokenForm][] = [];
        for (const { profile, secrets } of imported.slice(0, Math.max(0, MAX_PROFILES - before.length))) {
          const id = buildId();
          list = [...list, { ...profile, id, name: findFreeName(list, profile.name) }];
          if (Object.values(secrets).some(Boolean)) typed.push([id, { ...profile.form, ...secrets }]);
        }
        await profiles.write(list, before);
        for (const [id, form] of typed) await typeIn(id, form);
        await applyState();
      }),

    rememberLogin: (profileId, form) => changeOne(profileId, (profile) => withForm(profile, form)),

    async wakeUp() {
      const gone = await inTurn(async () => {
        const stored = await profiles.read();
        const list = stored.length === 0 ? await readFirst() : stored;
        await profiles.write(list, stored);
        if (stored.length === 0) await forgetFirst();
        await wakeAtNextBurial(list);
        return listGone(list, nowMs());
      });
      if (gone.length === 0) return;
      // Not in turn: a burial waits for a login that is just ending, and that one waits to be remembered.
      for (const { id } of gone) await bury(id);
      await inTurn(async () => {
        const before = await profiles.read();
        const over = new Set(gone.map(({ id }) => id));
        // Not one that was restored meanwhile.
        const list = before.filter(({ id, removedAtMs }) => removedAtMs === undefined || !over.has(id));
        await profiles.write(list, before);
        await wakeAtNextBurial(list);
      });
    },
  };
}
