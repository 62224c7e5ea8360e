import { isReading } from './header-decision';
import { NO_PAGE, type Route } from './injection';
import { TOKEN_ENDPOINTS } from './may-carry';
import type { Switches } from './reach';
import { fromSocketUrl } from './socket-origin';

/**
 * Whether a request carried the token, and if not, why not. `sent-expired`: it did, though the token had run out.
 * `not-marked`: the page script did not see it, as in a worker or in a page that is older than the extension.
 * `read-only`: it would have changed something, and its profile may only read.
 */
export type Verdict =
  | 'sent'
  | 'sent-expired'
  | 'own-header'
  | 'no-token'
  | 'paused'
  | 'off-site'
  | 'off-tab'
  | 'read-only'
  | 'other-api'
  | 'other-page'
  | 'token-endpoint'
  | 'login-in-url'
  | 'not-marked';

/** A request as it left the browser. */
export interface SentRequest {
  url: string;
  method: string;
  /** Origin of the document or worker that asked; undefined for a typed address. */
  page: string | undefined;
  tabId: number;
  authorization: string | undefined;
}

/** A profile that is logged in, as far as it decides about the header. */
export interface HeaderProfile {
  profileId: string;
  access_token: string;
  expiresAtMs?: number | undefined;
  /** Where it is in force, whatever is switched off. */
  routes: readonly Route[];
  isReadOnly: boolean;
}

/** What is stored, as far as it decides about the header. */
export interface HeaderSituation {
  profiles: readonly HeaderProfile[];
  switches: Switches;
  /** Tokens that were in force a moment ago, and whose: the profile's id. */
  earlierTokens: ReadonlyMap<string, string>;
}

export interface Explanation {
  verdict: Verdict;
  /** Whose token it carried, or would have carried; absent where it could have been nobody's. */
  profileId?: string;
}

export function explainRequest(request: SentRequest, situation: HeaderSituation, nowMs: number): Explanation {
  const { profiles, switches, earlierTokens } = situation;
  const { authorization, page = NO_PAGE, tabId } = request;
  const url = fromSocketUrl(request.url);
  const isOnRoute = ({ routes }: HeaderProfile): boolean =>
    routes.some((route) => route.page === page && route.api === url.origin);
  if (authorization !== undefined) {
    const value = authorization.replace(/^Bearer /, '');
    // Some servers give everybody with the same login the same token.
    const holders = profiles.filter(({ access_token }) => access_token === value);
    const holder = holders.find(isOnRoute) ?? holders[0];
    const profileId = holder?.profileId ?? earlierTokens.get(value);
    if (profileId === undefined) return { verdict: 'own-header' };
    return { verdict: nowMs > (holder?.expiresAtMs ?? Infinity) ? 'sent-expired' : 'sent', profileId };
  }
  if (profiles.length === 0) return { verdict: 'no-token' };
  const isKnownApi = profiles.some(({ routes }) => routes.some(({ api }) => api === url.origin));
  if (!isKnownApi) return { verdict: 'other-api' };
  const profile = profiles.find(isOnRoute);
  if (!profile) return { verdict: 'other-page' };
  const { profileId, isReadOnly } = profile;
  const explain = (): Verdict => {
    if (TOKEN_ENDPOINTS.test(unescape(url.pathname))) return 'token-endpoint';
    if (switches.paused) return 'paused';
    if (switches.offSites.includes(page || url.origin)) return 'off-site';
    if (switches.offTabs.includes(tabId)) return 'off-tab';
    if (isReadOnly && !isReading(request)) return 'read-only';
    return url.username || url.password ? 'login-in-url' : 'not-marked';
  };
  return { verdict: explain(), profileId };
}

/** The address without anything that could be a secret: no login, no fragment, and of the query only the names. */
export function withoutValues(url: URL): string {
  // What has no name is a value.
  const parts = url.search.slice(1).split('&').filter(Boolean);
  const names = new Set(parts.map((part) => (part.includes('=') ? `${part.slice(0, part.indexOf('='))}=…` : '…')));
  return url.pathname + (names.size > 0 ? `?${[...names].join('&')}` : '');
}
