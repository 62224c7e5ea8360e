/** What the self-test looks at. Chromium has rules, a fragment and page scripts; Firefox has a listener instead. */
export type SelfTestCheck =
  | 'host-access'
  | 'rules'
  | 'fragment'
  | 'listener'
  | 'page-scripts'
  | 'server'
  | 'clock'
  | 'session-storage'
  | 'managed-storage'
  | 'alarms'
  | 'vault-crypto';

/** `unknown`: it could not be checked, for what it needs was not there or took too long. */
export type SelfTestVerdict = 'passed' | 'failed' | 'unknown';

export interface SelfTestResult {
  check: SelfTestCheck;
  verdict: SelfTestVerdict;
}
