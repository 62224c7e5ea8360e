import browser, { type WebRequest } from 'webextension-polyfill';
import { isPageRequest, mayAddHeader } from '@/utils/injection/header-decision';
import type { Injection } from '@/utils/injection/session-rules';

type ReadInjection = () => Promise<Injection | undefined>;

/**
 * Firefox: adds the header as a request leaves, where origin and the page's own headers are known exactly. Must be
 * called synchronously at start, so that a request can wake a stopped background.
 * @param untilFresh settles when the token needs no renewal, or none can be had: an alarm may come late, as after a
 *   sleep of the machine, and here a request can wait
 */
export function addHeaders(readInjection: ReadInjection, untilFresh: () => Promise<void>): void {
  const answer = async (request: WebRequest.OnBeforeSendHeadersDetailsType): Promise<WebRequest.BlockingResponse> => {
    // Read for each request: nothing remembered can outlive a logout.
    const injection = await readInjection();
    // Before any waiting: the renewal is a request too, and would wait for itself.
    if (!injection || !mayAddHeader(request, injection)) return {};
    await untilFresh();
    const fresh = await readInjection();
    if (!fresh || !mayAddHeader(request, fresh)) return {};
    const header = { name: 'Authorization', value: `Bearer ${fresh.access_token}` };
    return { requestHeaders: [...(request.requestHeaders ?? []), header] };
  };
  browser.webRequest.onBeforeSendHeaders.addListener(
    (details) => (isPageRequest(details) ? answer(details) : {}),
    { urls: ['https://*.knetikcloud.com/*'], types: ['xmlhttprequest'] },
    ['blocking', 'requestHeaders'],
  );
}
