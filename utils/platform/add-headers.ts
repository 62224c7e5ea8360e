import browser, { type WebRequest } from 'webextension-polyfill';
import { findInjection, isBare } from '@/utils/injection/header-decision';
import type { InForce } from '@/utils/injection/injection';
import { createEventBatches } from './event-batch';
import { HTTP_URLS, listLoadedTypes, SOCKET_URLS } from './request-filters';

interface AddHeadersPorts {
  readInForce: () => Promise<InForce>;
  /**
   * Settles when the profile's token needs no renewal, or none can be had: an alarm may come late, as after a sleep of the
   * machine, and here a request can wait.
   */
  untilFresh: (profileId: string) => Promise<void>;
  /** As in `TokenKeeper`. */
  mayRenewAfterRejection: (profileId: string, request: { access_token: string }) => Promise<boolean>;
  renewAfterRejection: (profileId: string, request: { access_token: string }) => Promise<boolean>;
}

/** A token, and the profile that it is of. */
interface CarriedToken {
  profileId: string;
  access_token: string;
}

/** One would do, but for a request that was let go before the renewal was over. */
const MAX_RESENDS = 5;

const REQUESTS: WebRequest.RequestFilter = { urls: HTTP_URLS, types: ['xmlhttprequest'] };

/**
 * Firefox: adds the header as a request leaves, where origin and the page's own headers are known exactly; and sends it
 * once more when the API rejects the token. Must be called synchronously at start, so that a request can wake a stopped
 * background.
 * @returns the way to choose whether other requests than those of fetch and XMLHttpRequest are looked at, too; at first
 * they are, because one of them may be why the background was started
 */
export function addHeaders(ports: AddHeadersPorts): (isWide: boolean) => void {
  const { readInForce, untilFresh, mayRenewAfterRejection, renewAfterRejection } = ports;
  const { onBeforeSendHeaders, onHeadersReceived, onBeforeRedirect, onCompleted, onErrorOccurred } = browser.webRequest;
  /** The page requests under way, by id: what each carries, and how often it was sent again. */
  const sent = new Map<string, { carried?: CarriedToken; resends: number }>();
  const batches = createEventBatches();
  const others: WebRequest.RequestFilter = {
    urls: [...HTTP_URLS, ...SOCKET_URLS],
    types: ['main_frame', ...listLoadedTypes()],
  };
  const isOwn = ({ originUrl = '' }: { originUrl?: string }): boolean =>
    originUrl.startsWith(browser.runtime.getURL('/'));

  const addHeader = async (
    request: WebRequest.OnBeforeSendHeadersDetailsType,
  ): Promise<WebRequest.BlockingResponse> => {
    const released = batches.join();
    // Read for each request: nothing remembered can outlive a logout.
    const { profileId } = findInjection(request, await readInForce()) ?? {};
    if (profileId === undefined) return {};
    const before = sent.get(request.requestId);
    const carried = before?.carried;
    const isRenewed = await Promise.race([
      // Where another profile is in force by now, the rejected token is of no more interest.
      carried?.profileId === profileId ? renewAfterRejection(profileId, carried) : untilFresh(profileId),
      released,
    ]);
    const fresh = findInjection(request, await readInForce());
    if (!fresh) return {};
    const { access_token } = fresh;
    // In vain: the next answer is the page's, whatever it is.
    const resends = isRenewed === false ? MAX_RESENDS : (before?.resends ?? 0);
    // Only these are sent again.
    if (request.type === 'xmlhttprequest')
      sent.set(request.requestId, { carried: { profileId: fresh.profileId, access_token }, resends });
    const header = { name: 'Authorization', value: `Bearer ${access_token}` };
    return { requestHeaders: [...(request.requestHeaders ?? []), header] };
  };

  const sendAgain = async (request: WebRequest.OnHeadersReceivedDetailsType): Promise<WebRequest.BlockingResponse> => {
    const { requestId, url } = request;
    const { carried, resends } = sent.get(requestId) ?? { resends: 0 };
    if (resends >= MAX_RESENDS) return {};
    // Also no write of a profile that may only read: it carried nothing, and would again.
    const injection = findInjection(request, await readInForce());
    if (!injection) return {};
    // Without one it left while the background was being stopped; and another profile's is another one in any case.
    const isCarried = carried?.profileId === injection.profileId;
    if (isCarried && !(await mayRenewAfterRejection(carried.profileId, carried))) return {};
    sent.set(requestId, { ...(carried && { carried }), resends: resends + 1 });
    // A redirect to itself repeats method and body, also those of an XMLHttpRequest, whose events say nothing of it.
    return { redirectUrl: url };
  };

  const decide = (
    request: WebRequest.OnBeforeSendHeadersDetailsType,
  ): WebRequest.BlockingResponse | Promise<WebRequest.BlockingResponse> => {
    if (isOwn(request)) batches.release();
    if (isBare(request)) return addHeader(request);
    // The page's own header: its 401 is the page's own, too.
    sent.set(request.requestId, { resends: MAX_RESENDS });
    return {};
  };
  /** One function for one filter: the browser knows a listener by its function. */
  const decideOther: typeof decide = (request) => (isBare(request) ? addHeader(request) : {});
  onBeforeSendHeaders.addListener(decide, REQUESTS, ['blocking', 'requestHeaders']);
  onBeforeSendHeaders.addListener(decideOther, others, ['blocking', 'requestHeaders']);
  onHeadersReceived.addListener(
    (request) => {
      if (isOwn(request)) batches.release();
      return request.statusCode === 401 ? sendAgain(request) : {};
    },
    REQUESTS,
    ['blocking'],
  );
  onBeforeRedirect.addListener(({ requestId, url, redirectUrl }) => {
    // Where it goes its end may not be told of.
    if (redirectUrl !== url) sent.delete(requestId);
  }, REQUESTS);
  for (const end of [onCompleted, onErrorOccurred]) {
    end.addListener(({ requestId }: { requestId: string }) => void sent.delete(requestId), REQUESTS);
  }
  return (isWide) => {
    if (isWide === onBeforeSendHeaders.hasListener(decideOther)) return;
    if (isWide) onBeforeSendHeaders.addListener(decideOther, others, ['blocking', 'requestHeaders']);
    else onBeforeSendHeaders.removeListener(decideOther);
  };
}
