import { DEFAULT_BASE_URL, readBaseUrl } from '@/utils/oauth2/base-url';
import { hasPlaceholder } from './placeholders';

export type TokenUrlReading = { ok: true; base_url: string; notes: string[] } | { ok: false; why: string };

const WHY_NOT = {
  'base-url-missing': 'the address is missing',
  'base-url-malformed': 'the address cannot be used',
  'base-url-not-https': 'the address is not encrypted (https)',
};

/**
 * The base URL for a token URL from an import. Without one it is the default, and a note says so; one that cannot be
 * used leads to no base URL at all, because credentials that were meant for it must not go elsewhere.
 */
export function readTokenUrl(tokenUrl: string | undefined): TokenUrlReading {
  if (tokenUrl === undefined || tokenUrl.trim() === '') {
    return buildDefault('It does not say which server it is for');
  }
  if (hasPlaceholder(tokenUrl)) return buildDefault('Its address is left to a variable that has no value here');
  const reading = readBaseUrl(tokenUrl);
  if (!reading.ok) return { ok: false, why: WHY_NOT[reading.problem] };
  // The path may hold a secret: it is not repeated.
  const notes = isOurPath(tokenUrl.trim())
    ? []
    : ['Its token address has another path than /oauth/token, which is the one that will be asked.'];
  return { ok: true, base_url: reading.origin, notes };
}

function buildDefault(why: string): TokenUrlReading {
  return { ok: true, base_url: DEFAULT_BASE_URL, notes: [`${why}: check the base URL.`] };
}

function isOurPath(url: string): boolean {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(absolute) && /^\/oauth\/token\/?$/.test(new URL(absolute).pathname);
}
