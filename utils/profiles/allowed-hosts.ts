import type { Reach } from '@/utils/injection/reach';
import { readBaseUrl } from '@/utils/oauth2/base-url';

/** What an administrator allows; undefined for every host, an empty list for none. */
export type AllowedHosts = readonly string[] | undefined;

/**
 * Reads a host pattern: a host name, for that host alone, or `*.` before one, for all hosts below it at any depth, but
 * not for the host itself. No scheme, port or path: those are every one that a credential may go to. Answers it as
 * browsers spell hosts, or undefined when it is none.
 */
export function readHostPattern(text: string): string | undefined {
  const [, wildcard = '', host = ''] = /^(\*\.)?([^*:/?#@\\\s]+)$/.exec(text.trim()) ?? [];
  const reading = readBaseUrl(`https://${host}`);
  return reading.ok ? wildcard + new URL(reading.origin).hostname : undefined;
}

/** True when one may log in at this origin, and add it as a page or an API. */
export function isAllowedOrigin({ allowed_hosts }: { allowed_hosts?: AllowedHosts }, origin: string): boolean {
  const reading = readBaseUrl(origin);
  if (!reading.ok) return false;
  const { hostname } = new URL(reading.origin);
  return allowed_hosts?.some((pattern) => isMatch(pattern, hostname)) ?? true;
}

/** What is left of a reach under a policy, which may be younger than the user's choice. */
export function limitReach(policy: { allowed_hosts?: AllowedHosts }, reach: Reach): Reach {
  const keepAllowed = (origins: readonly string[]) => origins.filter((origin) => isAllowedOrigin(policy, origin));
  return { ...reach, pages: keepAllowed(reach.pages), apis: keepAllowed(reach.apis) };
}

function isMatch(pattern: string, hostname: string): boolean {
  // With its dot, or `*.knetikcloud.com` would fit evilknetikcloud.com.
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}
