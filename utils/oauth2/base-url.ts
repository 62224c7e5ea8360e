export const DEFAULT_BASE_URL = 'https://devsandbox.knetikcloud.com';

export type BaseUrlProblem = 'base-url-missing' | 'base-url-malformed' | 'base-url-not-https';

export type BaseUrlReading = { ok: true; origin: string } | { ok: false; problem: BaseUrlProblem };

/** Without `[::1]`, which no content security policy and no match pattern can name. */
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1']);

/**
 * What a host may be made of. The URL parser also lets `*` and `"` pass, which would be wildcards in the permission asked
 * for and in the rules, and break out of a header; and IPv6 addresses, which no match pattern can name.
 */
const NAMEABLE_HOST = /^[a-z0-9._-]+$/;

/** True when a credential may be sent there: encrypted, or never leaving this machine. */
export function isConfidentialOrigin(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname));
}

/** True for the customers' hosts, `*.knetikcloud.com`, but not for look-alikes such as `knetikcloud.com.example`. */
export function isKnetikCloudHost(hostname: string): boolean {
  return /^([a-z0-9_-]+\.)+knetikcloud\.com$/.test(hostname);
}

/**
 * Reads what a person typed or pasted as the address of an API or of a page; of a longer address the origin is taken.
 * Only origins that are confidential pass: `https:`, and `http:` on this machine.
 */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'base-url-missing' };
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `${guessScheme(trimmed)}://${trimmed}`;
  if (!URL.canParse(absolute)) return { ok: false, problem: 'base-url-malformed' };
  const url = new URL(absolute);
  if (!NAMEABLE_HOST.test(url.hostname)) return { ok: false, problem: 'base-url-malformed' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'base-url-malformed' };
  if (!isConfidentialOrigin(url)) return { ok: false, problem: 'base-url-not-https' };
  return { ok: true, origin: url.origin };
}

/** Nobody serves https by chance on this machine. */
function guessScheme(address: string): 'http' | 'https' {
  const host = address.toLowerCase().replace(/[:/?#].*/s, '');
  return LOOPBACK_HOSTS.has(host) ? 'http' : 'https';
}
