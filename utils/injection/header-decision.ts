import { mayCarryToken } from './may-carry';
import type { Injection } from './session-rules';

/** The part of `webRequest.onBeforeSendHeaders` details that decides. */
export interface OutgoingRequest {
  url: string;
  method: string;
  type: string;
  /** URL of the document or worker that asked; absent for a typed address. */
  originUrl?: string | undefined;
  requestHeaders?: { name: string }[] | undefined;
  /** -1 for a request of a shared or service worker. */
  tabId?: number | undefined;
}

/** True when this request is to get the header (Firefox, where the browser shows each request before it leaves). */
export function mayAddHeader(request: OutgoingRequest, injection: Injection): boolean {
  const { apiOrigins, pageOrigins, offTabs } = injection;
  return (
    isPageRequest(request) &&
    mayCarryToken(new URL(request.url), apiOrigins) &&
    pageOrigins.includes(readOrigin(request.originUrl)) &&
    !offTabs.includes(request.tabId ?? -1)
  );
}

/** True for a fetch or XMLHttpRequest of a page that has no Authorization header of its own; needs no stored state. */
export function isPageRequest({ method, type, requestHeaders }: OutgoingRequest): boolean {
  return (
    type === 'xmlhttprequest' &&
    method !== 'OPTIONS' &&
    !requestHeaders?.some(({ name }) => name.toLowerCase() === 'authorization')
  );
}

function readOrigin(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}
