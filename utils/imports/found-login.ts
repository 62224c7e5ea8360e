import { MAX_PROFILES } from '@/utils/profiles/profile';
import type { FormPair } from './form-pairs';
import type { ImportNote, LeftOutReason } from './import-note';

/** More of them are not looked at; many are the same login, for instance one at each request. */
export const MAX_LOGINS = MAX_PROFILES * 2;

/** A login as another tool's format describes it; nothing of it is checked. */
export interface FoundLogin {
  /** Where the token is asked for; undefined when the text does not say. */
  tokenUrl?: string | undefined;
  /** Spelled as in a token request (RFC 6749 §4). Of two with the same name the first counts. */
  parameters: readonly FormPair[];
  notes?: readonly ImportNote[];
}

/** What a format's reader has found. */
export interface Findings {
  logins: readonly FoundLogin[];
  notes?: readonly ImportNote[];
}

/** True for addresses such as `https://host/oauth/token?a=1`. */
export function isTokenUrl(url: string): boolean {
  return /\/oauth\/token\/?(?:$|[?#])/i.test(url);
}

/** How many were left out, and why; nothing for none. */
export function countLeftOut(count: number, reason: LeftOutReason): ImportNote[] {
  return count === 0 ? [] : [{ code: 'left-out', reason, count }];
}
