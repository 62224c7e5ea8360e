import browser from 'webextension-polyfill';
import type { TransportFailureCode } from '@/utils/oauth2/token-failure';

/** How long to wait for the browser's own word on a failed request; it comes after `fetch` has rejected. */
const PATIENCE_MS = 300;

/**
 * Watches one request for the browser's own word on why it failed: `fetch` calls every network failure "Failed to
 * fetch". The listener lives only as long as the request, because one in force slows all requests down.
 */
export function watchNetworkError(url: string): { getCode(): Promise<TransportFailureCode>; stop(): void } {
  let tell: (code: TransportFailureCode) => void = () => {};
  const told = new Promise<TransportFailureCode>((resolve) => {
    tell = resolve;
  });
  const listener = ({ error, tabId }: { error: string; tabId: number }): void => {
    if (tabId < 0) tell(readNetworkError(error));
  };
  // Match patterns know no port.
  const { protocol, hostname, pathname } = new URL(url);
  const urls = [`${protocol}//${hostname}${pathname}`];
  browser.webRequest.onErrorOccurred.addListener(listener, { urls, types: ['xmlhttprequest'] });
  return {
    getCode: () => {
      if (!navigator.onLine) return Promise.resolve('offline');
      const fallback = new Promise<TransportFailureCode>((resolve) => setTimeout(resolve, PATIENCE_MS, 'unknown'));
      return Promise.race([told, fallback]);
    },
    stop: () => browser.webRequest.onErrorOccurred.removeListener(listener),
  };
}

/** Reads Chromium's `net::ERR_…` and Firefox's `NS_ERROR_…`; Firefox tells certificate problems in plain words. */
export function readNetworkError(error: string): TransportFailureCode {
  if (/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST/.test(error)) return 'dns';
  if (/INTERNET_DISCONNECTED|ERROR_OFFLINE/.test(error)) return 'offline';
  if (/TIMED_OUT|NET_TIMEOUT/.test(error)) return 'timeout';
  if (/CERT|SSL|SEC_ERROR|INADEQUATE_SECURITY/.test(error)) return 'tls';
  return /^(net::|NS_)/.test(error) ? 'connection' : 'tls';
}
