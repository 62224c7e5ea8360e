import browser, { type WebRequest } from 'webextension-polyfill';
import { isPageRequest, mayAddHeader } from '@/utils/injection/header-decision';
import type { Injection } from '@/utils/injection/session-rules';

/**
 * Firefox: adds the header as a request leaves, where origin and the page's own headers are known exactly. Must be
 * called synchronously at start, so that a request can wake a stopped background.
 */
export function addHeaders(readInjection: () => Promise<Injection | undefined>): void {
  browser.webRequest.onBeforeSendHeaders.addListener(
    (details) => {
      if (!isPageRequest(details)) return {};
      return answer(details, readInjection);
    },
    { urls: ['https://*.knetikcloud.com/*'], types: ['xmlhttprequest'] },
    ['blocking', 'requestHeaders'],
  );
}

async function answer(
  details: WebRequest.OnBeforeSendHeadersDetailsType,
  readInjection: () => Promise<Injection | undefined>,
): Promise<WebRequest.BlockingResponse> {
  // Read for each request: nothing remembered can outlive a logout.
  const injection = await readInjection();
  if (!injection || !mayAddHeader(details, injection)) return {};
  const header = { name: 'Authorization', value: `Bearer ${injection.access_token}` };
  return { requestHeaders: [...(details.requestHeaders ?? []), header] };
}
