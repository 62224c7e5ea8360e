import { ofetch } from 'ofetch';
import { readBaseUrl } from '@/utils/oauth2/base-url';
import { BARE_REQUEST } from './bare-request';
import { hasHostPermission } from './permissions';
import { readText } from './read-text';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 5_000_000;

/** Where servers keep the description of their API; KnetikCloud's is the first. */
const USUAL_PATHS = ['/swagger-doc', '/v2/api-docs', '/swagger.json', '/openapi.json', '/v3/api-docs'];

export type DocumentAnswer =
  /** `url`: where the text was found. */
  | { ok: true; text: string; url: string }
  | { ok: false; code: 'no-address' | 'no-host-permission' | 'unreachable' | 'too-large' | 'no-document' };

/** The address that is meant; undefined for what must not be fetched, such as in clear or with a login in it. */
export function readDocumentUrl(text: string): URL | undefined {
  const reading = readBaseUrl(text);
  if (!reading.ok) return undefined;
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  return new URL(hasScheme ? trimmed : `${new URL(reading.origin).protocol}//${trimmed}`);
}

/**
 * Loads the description of an API: the JSON at this address or, where there is a page, at one of the usual paths of its
 * server. Sends no cookies and no credentials, and follows no redirect: only this origin was allowed. Never throws.
 */
export async function fetchDocument(address: string): Promise<DocumentAnswer> {
  const given = readDocumentUrl(address);
  if (!given) return { ok: false, code: 'no-address' };
  if (!(await hasHostPermission(given.href))) return { ok: false, code: 'no-host-permission' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const urls = [given.href, ...USUAL_PATHS.map((path) => given.origin + path)];
  for (const url of new Set(urls)) {
    const answer = await fetchJson(url, signal);
    if (answer.ok || answer.code !== 'no-document') return answer;
  }
  return { ok: false, code: 'no-document' };
}

async function fetchJson(url: string, signal: AbortSignal): Promise<DocumentAnswer> {
  try {
    const response = await ofetch.raw(url, { ...BARE_REQUEST, signal });
    if (!response.ok) return { ok: false, code: 'no-document' };
    const text = await readText(response.body, MAX_BYTES);
    if (text === undefined) return { ok: false, code: 'too-large' };
    return /^\uFEFF?\s*\{/.test(text) ? { ok: true, text, url } : { ok: false, code: 'no-document' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
