import type { ConditionName, RequestKind } from './condition';
import { NO_PAGE, type Route } from './injection';
import { listConditions } from './list-conditions';
import type { Switches } from './reach';
import { fromSocketUrl } from './socket-origin';

/**
 * Whether a request carried the token, and if not, why not. `sent-expired`: it did, though the token had run out.
 * `not-marked`: the page script did not see it, as in a worker or in a page that is older than the extension.
 * `read-only`: it would have changed something, and its profile may only read. `not-opted-in`: its kind carries the
 * token only where the user wants that.
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
  | 'not-opted-in'
  | 'not-marked';

/** A request as it left the browser. */
export interface SentRequest {
  url: string;
  method: string;
  /** Origin of the document or worker that asked; undefined for a typed address. */
  page: string | undefined;
  tabId: number;
  kind: RequestKind;
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
  /** Also what its pages load without fetch and XMLHttpRequest. */
  everything: boolean;
}

/** What is stored, as far as it decides about the header. */
export interface HeaderSituation {
  profiles: readonly HeaderProfile[];
  switches: Switches;
  /** Tokens that were in force a moment ago, and whose: the profile's id. */
  earlierTokens: ReadonlyMap<string, string>;
  /** Chromium applies rules that were made before; Firefox has each request looked at. */
  engine: 'rules' | 'requests';
}

export interface Explanation {
  verdict: Verdict;
  /** Whose token it carried, or would have carried; absent where it could have been nobody's. */
  profileId?: string;
}

/** What a condition that fails is to the request; the others leave it unmarked. */
const VERDICTS: Partial<Record<ConditionName, Verdict>> = {
  'no-own-header': 'own-header',
  'logged-in': 'no-token',
  confidential: 'other-api',
  'known-api': 'other-api',
  'chosen-page': 'other-page',
  'no-token-endpoint': 'token-endpoint',
  'not-paused': 'paused',
  'site-on': 'off-site',
  'tab-on': 'off-tab',
  'may-write': 'read-only',
  'no-login-in-url': 'login-in-url',
  kind: 'not-opted-in',
};

export function explainRequest(request: SentRequest, situation: HeaderSituation, nowMs: number): Explanation {
  const { profiles, earlierTokens } = situation;
  const { authorization, ...sent } = request;
  if (authorization !== undefined) {
    const value = authorization.replace(/^Bearer /, '');
    // Some servers give everybody with the same login the same token.
    const holders = profiles.filter(({ access_token }) => access_token === value);
    const holder = holders.find(({ routes }) => routes.some((route) => isRouteOf(request, route))) ?? holders[0];
    const profileId = holder?.profileId ?? earlierTokens.get(value);
    if (profileId === undefined) return { verdict: 'own-header' };
    return { verdict: nowMs > (holder?.expiresAtMs ?? Infinity) ? 'sent-expired' : 'sent', profileId };
  }
  const { conditions, profileId } = listConditions({ ...sent, hasOwnHeader: false }, situation, { nowMs });
  const failing = conditions.find(({ outcome }) => outcome === 'fails');
  const verdict = (failing && VERDICTS[failing.name]) ?? 'not-marked';
  return { verdict, ...(profileId !== undefined && { profileId }) };
}

function isRouteOf({ url, page, kind }: SentRequest, route: Route): boolean {
  return route.page === (kind === 'link' ? NO_PAGE : page) && route.api === fromSocketUrl(url).origin;
}

/**
 * The address without anything that could be a secret: no login, no fragment, and of the query and of a path's parameters
 * (RFC 3986 §3.3), such as `;jsessionid=`, only the names.
 */
export function withoutValues(url: URL): string {
  const parts = url.search.slice(1).split('&').filter(Boolean);
  const names = new Set(parts.map(hideValue));
  const path = url.pathname.replaceAll(/;[^/;]*/g, (parameter) => `;${hideValue(parameter.slice(1))}`);
  return path + (names.size > 0 ? `?${[...names].join('&')}` : '');
}

/** What has no name is a value, and so is what ends in equals signs, as base64 does. */
function hideValue(part: string): string {
  const [, name] = /^([^=;]*)=[^=]/.exec(part) ?? [];
  return name === undefined ? '…' : `${name}=…`;
}
