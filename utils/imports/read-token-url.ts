import { DEFAULT_BASE_URL, readBaseUrl } from '@/utils/oauth2/base-url';
import type { ImportNote, LeftOutReason, PlainNote } from './import-note';
import { hasPlaceholder } from './placeholders';

export type TokenUrlReading =
  | { ok: true; base_url: string; notes: ImportNote[] }
  | { ok: false; reason: LeftOutReason };

/**
 * The base URL for a token URL from an import. Without one it is the default, and a note says so; one that cannot be
 * used leads to no base URL at all, because credentials that were meant for it must not go elsewhere.
 */
export function readTokenUrl(tokenUrl: string | undefined): TokenUrlReading {
  if (tokenUrl === undefined || tokenUrl.trim() === '') {
    return buildDefault('no-server');
  }
  if (hasPlaceholder(tokenUrl)) return buildDefault('server-variable');
  const reading = readBaseUrl(tokenUrl);
  if (!reading.ok) return { ok: false, reason: reading.problem };
  // The path may hold a secret: it is not repeated.
  const notes: ImportNote[] = isOurPath(tokenUrl.trim()) ? [] : [{ code: 'other-path' }];
  return { ok: true, base_url: reading.origin, notes };
}

function buildDefault(code: PlainNote): TokenUrlReading {
  return { ok: true, base_url: DEFAULT_BASE_URL, notes: [{ code }] };
}

function isOurPath(url: string): boolean {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`;
  return URL.canParse(absolute) && /^\/oauth\/token\/?$/.test(new URL(absolute).pathname);
}
