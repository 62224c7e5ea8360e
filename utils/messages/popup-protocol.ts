import type { ReachChange, SwitchChange } from '@/utils/injection/reach';
import type { TokenForm } from '@/utils/oauth2/token-form';

/** What the extension's own pages may ask of the background. May carry secrets; never answered to any other sender. */
export interface PopupProtocol {
  /** Looks whether there is something to settle or to renew. To be asked when a page of the extension opens. */
  wakeUp(): void;
  /** Runs the token request of this form. Resolves when its outcome is stored, whatever it is. */
  requestToken(form: TokenForm): void;
  /** Gives up the token request that is under way; what was held before stays. */
  cancelTokenRequest(): void;
  /** Renews the token that is held, due or not. Resolves when the outcome is stored. */
  renewToken(): void;
  /** Forgets the token and every secret, then asks the server to revoke it. Resolves when the outcome is stored. */
  logOut(): void;
  /** Stops or resumes adding the header: everywhere, on a site or in a tab. Resolves when that is in force. */
  changeSwitches(change: SwitchChange): void;
  /** Changes where the tokens of a login may go. Resolves when that is in force. */
  changeReach(change: { api_origin: string; change: ReachChange }): void;
  /** Empties the list of the last requests. */
  clearActivity(): void;
  /** To be asked when the user has answered the browser's question for a permission: does what waited for it. */
  goOnWithPermission(): void;
}

/** What the popup wants done as soon as the user has allowed these hosts. */
export type AwaitingPermission = { origins: readonly string[]; askedAtMs: number } & (
  | { type: 'requestToken'; data: TokenForm }
  | { type: 'changeReach'; data: { api_origin: string; change: ReachChange } }
);
