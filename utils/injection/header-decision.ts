import { type InForce, type Injection, NO_PAGE } from './injection';
import { mayCarryToken } from './may-carry';
import { fromSocketUrl } from './socket-origin';

/** The part of `webRequest.onBeforeSendHeaders` details that decides. */
export interface OutgoingRequest {
  url: string;
  method: string;
  type: string;
  /** URL of the document or worker that asked; absent for a typed address. */
  originUrl?: string | undefined;
  requestHeaders?: { name: string; value?: string | undefined }[] | undefined;
  /** -1 for a request of a shared or service worker. */
  tabId?: number | undefined;
}

/**
 * The injection whose token this request is to get, if any (Firefox, where the browser shows each request before it
 * leaves).
 */
export function findInjection(request: OutgoingRequest, { injections, offTabs }: InForce): Injection | undefined {
  if (!isBare(request) || isRedirectedByOthers(request) || offTabs.includes(request.tabId ?? -1)) return undefined;
  const url = fromSocketUrl(request.url);
  // Whether its origin is an API, the routes say.
  if (!mayCarryToken(url, [url.origin])) return undefined;
  return injections.find((injection) => isOnRoute(request, url.origin, injection) && isInReach(request, injection));
}

/** True when other requests than those of fetch and XMLHttpRequest may get a header. */
export function hasOtherKinds({ injections }: InForce): boolean {
  return injections.some(({ everything, routes }) => everything || routes.some(({ page }) => page === NO_PAGE));
}

/** True for a request that changes nothing. A WebSocket opens with a GET, but can write whatever it likes. */
export function isReading({ url, method }: { url: string; method: string }): boolean {
  return /^(GET|HEAD)$/.test(method) && !/^wss?:/.test(url);
}

/** True for a request without an Authorization header of its own that is no preflight; needs no stored state. */
export function isBare({ method, requestHeaders }: OutgoingRequest): boolean {
  return method !== 'OPTIONS' && !requestHeaders?.some(({ name }) => name.toLowerCase() === 'authorization');
}

function isOnRoute({ type, originUrl }: OutgoingRequest, api: string, { routes }: Injection): boolean {
  const asking = readOrigin(originUrl);
  const from = type === 'main_frame' ? NO_PAGE : asking;
  if (!routes.some((route) => route.page === from && route.api === api)) return false;
  // A typed address has nobody who asked for it; links count only on the pages that this token goes out for.
  return originUrl === undefined || routes.some(({ page }) => page === asking);
}

function isInReach(request: OutgoingRequest, { everything, isReadOnly }: Injection): boolean {
  if (isReadOnly && !isReading(request)) return false;
  if (request.type === 'main_frame') return isReading(request);
  return request.type === 'xmlhttprequest' || everything;
}

/**
 * True when another site has redirected the request here, and may have chosen its address. Its Origin header is `null`
 * then (Fetch, "request's origin serialization"). A page without referrers may say `null` too when it writes to its own
 * origin; but then its Sec-Fetch-Site header speaks for it, as it does against a request that asks to read nothing
 * (`no-cors`) and so has no Origin header: none that a page sends to its own origin ever was at another.
 */
function isRedirectedByOthers({ url, type, originUrl, requestHeaders = [] }: OutgoingRequest): boolean {
  const read = (wanted: string): string | undefined =>
    requestHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const site = read('sec-fetch-site');
  if (read('origin') === 'null') return site !== 'same-origin';
  if (readOrigin(originUrl) === fromSocketUrl(url).origin) return site === 'cross-site' || site === 'same-site';
  // To another origin it looks the same whether somebody has redirected it or not.
  return type === 'xmlhttprequest' && read('sec-fetch-mode') === 'no-cors';
}

function readOrigin(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}
