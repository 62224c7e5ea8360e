import { TOKEN_ENDPOINTS } from './may-carry';
import { getReach, type Reaches, type Switches } from './reach';
import { fromSocketUrl } from './socket-origin';

/**
 * Whether a request carried the token, and if not, why not. `sent-expired`: it did, though the token had run out.
 * `not-marked`: the page script did not see it, as in a worker or in a page that is older than the extension.
 */
export type Verdict =
  | 'sent'
  | 'sent-expired'
  | 'own-header'
  | 'no-token'
  | 'paused'
  | 'off-site'
  | 'off-tab'
  | 'other-api'
  | 'other-page'
  | 'token-endpoint'
  | 'login-in-url'
  | 'not-marked';

/** A request as it left the browser. */
export interface SentRequest {
  url: string;
  /** Origin of the document or worker that asked; undefined for a typed address. */
  page: string | undefined;
  tabId: number;
  authorization: string | undefined;
}

/** What is stored, as far as it decides about the header. */
export interface HeaderSituation {
  token?: { access_token: string; api_origin: string; expiresAtMs?: number | undefined } | undefined;
  reaches: Reaches;
  switches: Switches;
  /** Tokens that were in force a moment ago. */
  earlierTokens: ReadonlySet<string>;
}

export function explainRequest(request: SentRequest, situation: HeaderSituation, nowMs: number): Verdict {
  const { token, reaches, switches, earlierTokens } = situation;
  const url = fromSocketUrl(request.url);
  const { authorization, page = '', tabId } = request;
  if (authorization !== undefined) {
    const value = authorization.replace(/^Bearer /, '');
    if (value !== token?.access_token && !earlierTokens.has(value)) return 'own-header';
    return value === token?.access_token && nowMs > (token.expiresAtMs ?? Infinity) ? 'sent-expired' : 'sent';
  }
  if (!token) return 'no-token';
  const { pages, apis } = getReach(reaches, token.api_origin);
  if (url.origin !== token.api_origin && !apis.includes(url.origin)) return 'other-api';
  if (page !== token.api_origin && !pages.includes(page)) return 'other-page';
  if (TOKEN_ENDPOINTS.test(unescape(url.pathname))) return 'token-endpoint';
  if (switches.paused) return 'paused';
  if (switches.offSites.includes(page)) return 'off-site';
  if (switches.offTabs.includes(tabId)) return 'off-tab';
  return url.username || url.password ? 'login-in-url' : 'not-marked';
}

/** The address without anything that could be a secret: no login, no fragment, and of the query only the names. */
export function withoutValues(url: URL): string {
  // What has no name is a value.
  const parts = url.search.slice(1).split('&').filter(Boolean);
  const names = new Set(parts.map((part) => (part.includes('=') ? `${part.slice(0, part.indexOf('='))}=…` : '…')));
  return url.pathname + (names.size > 0 ? `?${[...names].join('&')}` : '');
}
