/**
 * What crosses between extension pages and content scripts. Never a token.
 *
 * The popup asks a tab's relay whether it is there; no answer means that the tab was opened before the extension.
 */
export const RELAY_QUESTION = 'isRelayThere';
