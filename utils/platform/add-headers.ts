import browser, { type WebRequest } from 'webextension-polyfill';
import { isPageRequest, mayAddHeader } from '@/utils/injection/header-decision';
import type { Injection } from '@/utils/injection/session-rules';
import { createEventBatches } from './event-batch';

interface AddHeadersPorts {
  readInjection: () => Promise<Injection | undefined>;
  /**
   * Settles when the token needs no renewal, or none can be had: an alarm may come late, as after a sleep of the
   * machine, and here a request can wait.
   */
  untilFresh: () => Promise<void>;
  /** True when another token is held than that one, which the API has rejected, or can be had. */
  mayBeSentAgain: (request: { access_token: string }) => Promise<boolean>;
  renewAfterRejection: (request: { access_token: string }) => Promise<unknown>;
}

/** Once more would do, but for a request that was let go before the renewal was over. */
const MAX_TIMES = 5;

const REQUESTS: WebRequest.RequestFilter = { urls: ['https://*.knetikcloud.com/*'], types: ['xmlhttprequest'] };

/**
 * Firefox: adds the header as a request leaves, where origin and the page's own headers are known exactly; and sends it
 * once more when the API rejects the token. Must be called synchronously at start, so that a request can wake a stopped
 * background.
 */
export function addHeaders(ports: AddHeadersPorts): void {
  const { readInjection, untilFresh, mayBeSentAgain, renewAfterRejection } = ports;
  const { onBeforeSendHeaders, onHeadersReceived, onCompleted, onErrorOccurred } = browser.webRequest;
  /** The requests under way that carry the header, by id. */
  const carriers = new Map<string, { access_token: string; times: number }>();
  const batches = createEventBatches();
  const isOwn = ({ originUrl = '' }: { originUrl?: string }): boolean =>
    originUrl.startsWith(browser.runtime.getURL('/'));

  const addHeader = async (
    request: WebRequest.OnBeforeSendHeadersDetailsType,
  ): Promise<WebRequest.BlockingResponse> => {
    const released = batches.join();
    // Read for each request: nothing remembered can outlive a logout.
    const injection = await readInjection();
    if (!injection || !mayAddHeader(request, injection)) return {};
    const carrier = carriers.get(request.requestId);
    // Here, not where the answer is seen: an answer that waits keeps a connection, which the renewal may need.
    await Promise.race([carrier ? renewAfterRejection(carrier) : untilFresh(), released]);
    const fresh = await readInjection();
    if (!fresh || !mayAddHeader(request, fresh)) return {};
    const { access_token } = fresh;
    carriers.set(request.requestId, { access_token, times: (carrier?.times ?? 0) + 1 });
    const header = { name: 'Authorization', value: `Bearer ${access_token}` };
    return { requestHeaders: [...(request.requestHeaders ?? []), header] };
  };

  const sendAgain = async ({
    requestId,
    url,
  }: WebRequest.OnHeadersReceivedDetailsType): Promise<WebRequest.BlockingResponse> => {
    const carrier = carriers.get(requestId);
    if (!carrier || carrier.times >= MAX_TIMES || !(await mayBeSentAgain(carrier))) return {};
    // A redirect to itself repeats method and body, also those of an XMLHttpRequest, whose events say nothing of it.
    return { redirectUrl: url };
  };

  onBeforeSendHeaders.addListener(
    (details) => {
      if (isOwn(details)) batches.release();
      return isPageRequest(details) ? addHeader(details) : {};
    },
    REQUESTS,
    ['blocking', 'requestHeaders'],
  );
  onHeadersReceived.addListener(
    (details) => {
      if (isOwn(details)) batches.release();
      return details.statusCode === 401 ? sendAgain(details) : {};
    },
    REQUESTS,
    ['blocking'],
  );
  for (const end of [onCompleted, onErrorOccurred]) {
    end.addListener(({ requestId }: { requestId: string }) => void carriers.delete(requestId), REQUESTS);
  }
}
