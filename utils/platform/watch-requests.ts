import browser, { type WebRequest } from 'webextension-polyfill';
import type { RequestKind } from '@/utils/injection/condition';
import type { ActivityRecorder } from '@/utils/services/activity-recorder';
import { HTTP_URLS, listLoadedTypes, SOCKET_URLS } from './request-filters';

/** Which requests may carry the token, beside fetch and XMLHttpRequest; undefined for none at all. */
export type Watched = { links: boolean; everything: boolean } | undefined;

/** `initiator` is Chromium's word, `originUrl` Firefox's. */
type Details = WebRequest.OnSendHeadersDetailsType & { initiator?: string };

/**
 * Tells the recorder of every request of a page, as it left and how it ended. Looks on only: nothing waits for it. To be
 * called at start; answers the way to choose what is watched, because such requests pass through one more process.
 */
export function watchRequests(recorder: ActivityRecorder): (watched: Watched) => void {
  const { onSendHeaders, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest;
  const noteSent = (details: Details): void => {
    const { requestId, url, method, type, tabId, timeStamp, requestHeaders = [], initiator, originUrl } = details;
    const asking = initiator ?? originUrl;
    if (method === 'OPTIONS' || asking?.startsWith(browser.runtime.getURL('').slice(0, -1))) return;
    const authorization = requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value;
    const page = asking !== undefined && URL.canParse(asking) ? new URL(asking).origin : undefined;
    const kind = getKind(type);
    recorder.noteSent({ id: requestId, url, method, kind, tabId, sentAtMs: timeStamp, authorization, page });
  };
  const noteAnswered = (details: { requestId: string; timeStamp: number; statusCode: number }): void =>
    recorder.noteEnded(details.requestId, details.timeStamp, details.statusCode);
  const noteRedirected = (details: WebRequest.OnBeforeRedirectDetailsType): void => {
    // Sent again after a 401: it is the same request to the user.
    if (details.redirectUrl !== details.url) noteAnswered(details);
  };
  const noteFailed = ({ requestId, timeStamp }: { requestId: string; timeStamp: number }): void =>
    recorder.noteEnded(requestId, timeStamp);

  let watchedTypes: WebRequest.ResourceType[] = [];
  const watch = (watched: Watched): void => {
    const types = watched ? listTypes(watched) : [];
    if (String(types) === String(watchedTypes)) return;
    watchedTypes = types;
    onSendHeaders.removeListener(noteSent);
    onBeforeRedirect.removeListener(noteRedirected);
    onCompleted.removeListener(noteAnswered);
    onErrorOccurred.removeListener(noteFailed);
    if (types.length === 0) return;
    const requests = { urls: [...HTTP_URLS, ...SOCKET_URLS], types };
    onSendHeaders.addListener(noteSent, requests, ['requestHeaders']);
    onBeforeRedirect.addListener(noteRedirected, requests);
    onCompleted.addListener(noteAnswered, requests);
    onErrorOccurred.addListener(noteFailed, requests);
  };
  // Synchronously, or a stopped background would not be woken.
  watch({ links: false, everything: false });
  return watch;
}

function getKind(type: WebRequest.ResourceType): RequestKind {
  if (type === 'main_frame') return 'link';
  return type === 'xmlhttprequest' ? 'call' : 'load';
}

function listTypes({ links, everything }: { links: boolean; everything: boolean }): WebRequest.ResourceType[] {
  return ['xmlhttprequest', ...(links ? (['main_frame'] as const) : []), ...(everything ? listLoadedTypes() : [])];
}
