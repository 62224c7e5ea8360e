import browser from 'webextension-polyfill';
import type { VaultStatus } from '@/utils/messages/vault-outcome';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { TokenForm } from '@/utils/oauth2/token-form';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import { getLockedFields } from '@/utils/profiles/managed-profiles';
import type { Profile } from '@/utils/profiles/profile';
import type { Situation } from '@/utils/profiles/situation';
import { profileOrderItem, readProfiles, readProfilesById } from './profile-storage';
import { readSituation } from './situation';
import { currentProfileItem, requestJournalsItem, tokenStatesItem } from './storage';
import { readPolicy, watchPolicy } from './team-policy';
import { readVaultStatus } from './vault-storage';

/** All that the popup shows, but for activity. */
export interface PopupState {
  profile: Profile;
  /** Of the profile's token. */
  state: TokenState;
  underWay: RequestJournal['purpose'] | undefined;
  /** Of all profiles. */
  situation: Situation;
  vault: VaultStatus;
  /** The fields of the form that a team has set. */
  lockedFields: readonly (keyof TokenForm)[];
}

/** Reads it; undefined as long as there is no profile. */
export async function readPopupState(): Promise<PopupState | undefined> {
  const [{ policy }, profile, situation, states, journals, vault] = await Promise.all([
    readPolicy(),
    readCurrentProfile(),
    readSituation(),
    tokenStatesItem.getValue(),
    requestJournalsItem.getValue(),
    readVaultStatus(),
  ]);
  if (!profile) return undefined;
  return {
    profile,
    state: states[profile.id] ?? NO_TOKEN,
    underWay: journals[profile.id]?.purpose,
    situation,
    vault,
    lockedFields: getLockedFields(policy, profile.id),
  };
}

/** The one that the user has chosen, or the first; reads no more of them than needed. */
async function readCurrentProfile(): Promise<Profile | undefined> {
  const [id, [first]] = await Promise.all([currentProfileItem.getValue(), profileOrderItem.getValue()]);
  const candidates = [id, first].filter((each) => typeof each === 'string');
  const isThere = ({ removedAtMs }: Profile): boolean => removedAtMs === undefined;
  return (await readProfilesById(candidates)).find(isThere) ?? (await readProfiles()).find(isThere);
}

/** Calls back when anything that is stored has changed, but for activity and what is being typed. */
export function watchStored(callback: () => void): () => void {
  const listener = (changes: object): void => {
    const isQuiet = (key: string): boolean => key === 'activity' || key.startsWith('draftForm:');
    if (!Object.keys(changes).every(isQuiet)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  const stopWatchingPolicy = watchPolicy(callback);
  return () => {
    browser.storage.onChanged.removeListener(listener);
    stopWatchingPolicy();
  };
}
