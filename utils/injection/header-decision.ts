import { mayCarryToken } from './may-carry';
import { fromSocketUrl } from './socket-origin';
import type { Injection } from './session-rules';

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

/** True when this request is to get the header (Firefox, where the browser shows each request before it leaves). */
export function mayAddHeader(request: OutgoingRequest, injection: Injection): boolean {
  const { apiOrigins, pageOrigins, offTabs } = injection;
  const { url, originUrl, tabId = -1 } = request;
  return (
    isBare(request) &&
    isKindInReach(request, injection) &&
    !isRedirectedByOthers(request) &&
    mayCarryToken(fromSocketUrl(url), apiOrigins) &&
    // A typed address has nobody who asked for it.
    (pageOrigins.includes(readOrigin(originUrl)) || (request.type === 'main_frame' && originUrl === undefined)) &&
    !offTabs.includes(tabId)
  );
}

/** True for a request without an Authorization header of its own that is no preflight; needs no stored state. */
export function isBare({ method, requestHeaders }: OutgoingRequest): boolean {
  return method !== 'OPTIONS' && !requestHeaders?.some(({ name }) => name.toLowerCase() === 'authorization');
}

function isKindInReach({ type, method }: OutgoingRequest, { links, everything }: Injection): boolean {
  if (type === 'xmlhttprequest') return true;
  return type === 'main_frame' ? links && /^(GET|HEAD)$/.test(method) : everything;
}

/**
 * True when another site has redirected the request here, and may have chosen its address: its Origin header is `null`
 * then (Fetch, "request's origin serialization"). A page without referrers may say `null` too when it writes to its own
 * origin; but then its Sec-Fetch-Site header speaks for it.
 */
function isRedirectedByOthers({ requestHeaders = [] }: OutgoingRequest): boolean {
  const has = (wanted: string, expected: string): boolean =>
    requestHeaders.some(({ name, value }) => name.toLowerCase() === wanted && value === expected);
  return has('origin', 'null') && !has('sec-fetch-site', 'same-origin');
}

function readOrigin(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}
