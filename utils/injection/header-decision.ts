import { mayCarryToken } from './may-carry';
import type { Injection } from './session-rules';

/** The part of `webRequest.onBeforeSendHeaders` details that decides. */
export interface OutgoingRequest {
  url: string;
  method: string;
  type: string;
  /** URL of the document that asked; absent for a typed address. */
  originUrl?: string | undefined;
  /** -1 for requests that belong to no tab, such as a service worker's. */
  tabId: number;
  requestHeaders?: { name: string }[] | undefined;
}

/** True when this request is to get the header (Firefox, where the browser shows each request before it leaves). */
export function mayAddHeader(request: OutgoingRequest, { apiOrigin, pageOrigins }: Injection): boolean {
  return (
    isPageRequest(request) &&
    mayCarryToken(new URL(request.url), [apiOrigin]) &&
    pageOrigins.includes(readOrigin(request.originUrl))
  );
}

/** True for a fetch or XMLHttpRequest of a page that has no Authorization header of its own; needs no stored state. */
export function isPageRequest({ method, type, tabId, requestHeaders }: OutgoingRequest): boolean {
  return (
    type === 'xmlhttprequest' &&
    tabId >= 0 &&
    method !== 'OPTIONS' &&
    !requestHeaders?.some(({ name }) => name.toLowerCase() === 'authorization')
  );
}

function readOrigin(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}
