/**
 * How a request comes about: `call` by fetch or XMLHttpRequest of the page's own code, `link` as an opened link or typed
 * address, `load` as anything else that a page loads.
 */
export type RequestKind = 'call' | 'link' | 'load';

/** What must be so for a request to get the header, in the order in which it is worth mending. */
export type ConditionName =
  | 'no-own-header'
  | 'logged-in'
  | 'confidential'
  | 'known-api'
  | 'chosen-page'
  | 'no-token-endpoint'
  | 'not-paused'
  | 'site-on'
  | 'tab-on'
  | 'may-write'
  | 'no-login-in-url'
  | 'kind'
  | 'room'
  | 'permitted'
  | 'page-script'
  | 'not-expired';

/**
 * Why a condition was not looked at. `unknown`: what decides cannot be found out from here; all others: nothing depends
 * on it.
 */
export type SkipReason =
  | 'needs-login'
  | 'needs-api'
  | 'needs-page'
  | 'typed-address'
  | 'any-page'
  | 'no-call'
  | 'unknown';

/** `warns`: the header goes out all the same, but it will be of no use. */
export type Condition =
  | { name: ConditionName; outcome: 'holds' | 'fails' | 'warns' }
  | { name: ConditionName; outcome: 'skipped'; why: SkipReason };

/** A request as far as it decides. */
export interface AskedRequest {
  url: string;
  method: string;
  kind: RequestKind;
  /** Origin of the document or worker that asks; undefined for a typed address. */
  page: string | undefined;
  tabId: number;
  /** True for a call whose page sets an Authorization header itself. */
  hasOwnHeader: boolean;
}

/** What the browser alone can tell; undefined where it was not asked. */
export interface BrowserFacts {
  /** False when the address would send the token in clear. */
  isConfidential?: boolean | undefined;
  /** Whether the extension may act on the hosts of page and API. */
  isPermitted?: boolean | undefined;
  /** Whether the page was loaded since the extension is there. */
  hasPageScript?: boolean | undefined;
}
