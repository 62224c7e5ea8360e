import { MAX_PROFILES } from '@/utils/profiles/profile';
import type { FormPair } from './form-pairs';

/** More of them are not looked at; many are the same login, for instance one at each request. */
export const MAX_LOGINS = MAX_PROFILES * 2;

/** A login as another tool's format describes it; nothing of it is checked. */
export interface FoundLogin {
  /** Where the token is asked for; undefined when the text does not say. */
  tokenUrl?: string | undefined;
  /** Spelled as in a token request (RFC 6749 §4). Of two with the same name the first counts. */
  parameters: readonly FormPair[];
  notes?: readonly string[];
}

/** What a format's reader has found; `notes` must repeat nothing of the text. */
export interface Findings {
  logins: readonly FoundLogin[];
  notes?: readonly string[];
}

/** True for addresses such as `https://host/oauth/token?a=1`. */
export function isTokenUrl(url: string): boolean {
  return /\/oauth\/token\/?(?:$|[?#])/i.test(url);
}

/** A sentence of how many were left out, and why. */
export function countLeftOut(count: number, why: string): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? 'One login is' : `${count} logins are`} left out: ${why}.`];
}
