/**
 * What crosses between extension pages and content scripts. Never a token.
 *
 * The popup asks a tab's relay whether it is there; no answer means that the tab was opened before the extension.
 */
export const RELAY_QUESTION = 'isRelayThere';

/** What a page's relay may ask of the background; answered only to pages that are armed. */
export interface PageProtocol {
  /**
   * Renews the token after a request was answered with 401. True when another token is in force than at that time, in
   * milliseconds since the epoch: then the request is worth sending again.
   */
  renewAfterRejection(sentAtMs: number): boolean;
  /** True when the token is switched off in the tab that asks. */
  isTabOff(): boolean;
}
