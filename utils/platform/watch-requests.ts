import browser, { type WebRequest } from 'webextension-polyfill';
import type { ActivityRecorder } from '@/utils/services/activity-recorder';

/** The browser tells of those hosts only that the user has allowed. */
const REQUESTS: WebRequest.RequestFilter = {
  urls: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  types: ['xmlhttprequest'],
};

/** `initiator` is Chromium's word, `originUrl` Firefox's. */
type Details = WebRequest.OnSendHeadersDetailsType & { initiator?: string };

/**
 * Tells the recorder of every request of a page, as it left and how it ended. Looks on only: nothing waits for it. To be
 * called at start; answers the way to stop and start it, because while it is on requests pass through one more process.
 */
export function watchRequests(recorder: ActivityRecorder): (isOn: boolean) => void {
  const { onSendHeaders, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest;
  const noteSent = (details: Details): void => {
    const { requestId, url, method, tabId, timeStamp, requestHeaders = [], initiator, originUrl } = details;
    const asking = initiator ?? originUrl;
    if (method === 'OPTIONS' || asking?.startsWith(browser.runtime.getURL('').slice(0, -1))) return;
    const authorization = requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value;
    const page = asking !== undefined && URL.canParse(asking) ? new URL(asking).origin : undefined;
    recorder.noteSent({ id: requestId, url, method, tabId, sentAtMs: timeStamp, authorization, page });
  };
  const noteAnswered = (details: { requestId: string; timeStamp: number; statusCode: number }): void =>
    recorder.noteEnded(details.requestId, details.timeStamp, details.statusCode);
  const noteRedirected = (details: WebRequest.OnBeforeRedirectDetailsType): void => {
    // Sent again after a 401: it is the same request to the user.
    if (details.redirectUrl !== details.url) noteAnswered(details);
  };
  const noteFailed = ({ requestId, timeStamp }: { requestId: string; timeStamp: number }): void =>
    recorder.noteEnded(requestId, timeStamp);

  let isOn = false;
  const turn = (wanted: boolean): void => {
    if (wanted === isOn) return;
    isOn = wanted;
    if (wanted) {
      onSendHeaders.addListener(noteSent, REQUESTS, ['requestHeaders']);
      onBeforeRedirect.addListener(noteRedirected, REQUESTS);
      onCompleted.addListener(noteAnswered, REQUESTS);
      onErrorOccurred.addListener(noteFailed, REQUESTS);
    } else {
      onSendHeaders.removeListener(noteSent);
      onBeforeRedirect.removeListener(noteRedirected);
      onCompleted.removeListener(noteAnswered);
      onErrorOccurred.removeListener(noteFailed);
    }
  };
  // Synchronously, or a stopped background would not be woken.
  turn(true);
  return turn;
}
