import type { ImportedSecrets } from '@/utils/imports/imported-profile';
import type { ReachChange, SwitchChange } from '@/utils/injection/reach';
import type { Route } from '@/utils/injection/injection';
import type { TokenForm } from '@/utils/oauth2/token-form';
import type { WhoAmI } from '@/utils/oauth2/who-am-i';
import type { NewProfile, ProfilesChange } from '@/utils/profiles/profile-list';
import type { VaultOutcome } from './vault-outcome';

/** A login: which profile, and what was typed for it. */
export interface Login {
  profileId: string;
  form: TokenForm;
}

/** What the extension's own pages may ask of the background. May carry secrets; never answered to any other sender. */
export interface PopupProtocol {
  /** Looks whether there is something to settle or to renew. To be asked when a page of the extension opens. */
  wakeUp(): void;
  /** Runs the token request of this form. Resolves when its outcome is stored, whatever it is. */
  requestToken(login: Login): void;
  /** Gives up the token request of this profile that is under way; what was held before stays. */
  cancelTokenRequest(profileId: string): void;
  /** Renews the token that this profile holds, due or not. Resolves when the outcome is stored. */
  renewToken(profileId: string): void;
  /** Forgets the profile's token and every secret, then asks the server to revoke it. Resolves when the outcome is stored. */
  logOut(profileId: string): void;
  /** Asks the API who the profile's token stands for; null when the profile has none. Nothing of it is stored. */
  whoAmI(profileId: string): WhoAmI | null;
  /** Stops or resumes adding the header: everywhere, on a site or in a tab. Resolves when that is in force. */
  changeSwitches(change: SwitchChange): void;
  /** Changes where a profile's token may go. Resolves when that is in force. */
  changeReach(asked: { profileId: string; change: ReachChange }): void;
  /** Has this profile in force for these pages and APIs, of several that fit. Resolves when it is. */
  chooseProfile(asked: { profileId: string; routes: Route[] }): void;
  /** Lets a production profile write for so many minutes, 0 for no more. Resolves when that is in force. */
  allowWriting(asked: { profileId: string; minutes: number }): void;
  /** Adds, changes, moves or removes profiles. Resolves when that is in force. */
  changeProfiles(change: ProfilesChange): void;
  /** Adds profiles, behind all others, each with what secrets came along. */
  importProfiles(imported: { profile: NewProfile; secrets: ImportedSecrets }[]): void;
  /** Puts a vault around the secrets: from now on they outlive the browser. */
  createVault(passphrase: string): VaultOutcome;
  /** Opens the vault: whoever was logged in is so again. `copy` for the last good copy instead of what is damaged. */
  unlockVault(asked: { passphrase: string; source: 'vault' | 'copy' }): VaultOutcome;
  /** Forgets every secret in memory, at once. Resolves when no page sends a token any more. */
  lockVault(): void;
  changePassphrase(asked: { passphrase: string; next: string }): VaultOutcome;
  /** Throws the vault away with all that is in it, and its copy; logs out everywhere. */
  forgetVault(): void;
  /** Empties the list of the last requests. */
  clearActivity(): void;
  /** Takes the requests of one tab out of it. */
  clearTabActivity(tabId: number): void;
  /** To be asked when the user has answered the browser's question for a permission: does what waited for it. */
  goOnWithPermission(): void;
}

/** What the popup wants done as soon as the user has allowed these hosts. */
export type AwaitingPermission = { origins: readonly string[]; askedAtMs: number } & (
  | { type: 'requestToken'; data: Login }
  | { type: 'changeReach'; data: { profileId: string; change: ReachChange } }
);
