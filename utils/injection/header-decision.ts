import { mayCarryToken } from './may-carry';
import type { Injection } from './session-rules';

/** The part of `webRequest.onBeforeSendHeaders` details that decides. */
export interface OutgoingRequest {
  url: string;
  method: string;
  type: string;
  /** URL of the document or worker that asked; absent for a typed address. */
  originUrl?: string | undefined;
  requestHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/** True when this request is to get the header (Firefox, where the browser shows each request before it leaves). */
export function mayAddHeader(request: OutgoingRequest, { apiOrigin, pageOrigins }: Injection): boolean {
  return (
    isPageRequest(request) &&
    mayCarryToken(new URL(request.url), [apiOrigin]) &&
    pageOrigins.includes(readOrigin(request.originUrl))
  );
}

/**
 * True for a fetch or XMLHttpRequest of a page that has no Authorization header of its own, and that no other site has
 * redirected: its Origin header is `null` then, and address and method may be that site's choice. Needs no stored state.
 */
export function isPageRequest({ method, type, requestHeaders }: OutgoingRequest): boolean {
  return (
    type === 'xmlhttprequest' &&
    method !== 'OPTIONS' &&
    !requestHeaders?.some(
      ({ name, value }) => /^authorization$/i.test(name) || (/^origin$/i.test(name) && value === 'null'),
    )
  );
}

function readOrigin(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}
