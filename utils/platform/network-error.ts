import browser from 'webextension-polyfill';
import type { TransportFailureCode } from '@/utils/oauth2/token-failure';

/** How long to wait for the browser's own word on a failed request; it comes after `fetch` has rejected. */
const PATIENCE_MS = 300;

/** What a computer without a network may look like, too. */
const VAGUE_CODES: ReadonlySet<TransportFailureCode> = new Set(['unknown', 'connection', 'dns', 'proxy', 'tls']);

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
    async getCode() {
      const fallback = new Promise<TransportFailureCode>((resolve) => setTimeout(resolve, PATIENCE_MS, 'unknown'));
      const code = await Promise.race([told, fallback]);
      // The browser's own word counts for more, as it may know better why.
      return !navigator.onLine && VAGUE_CODES.has(code) ? 'offline' : code;
    },
    stop: () => browser.webRequest.onErrorOccurred.removeListener(listener),
  };
}

/** What the browsers' names for errors tell, the first that fits. Firefox tells certificate problems in plain words. */
const SIGNS: readonly [RegExp, TransportFailureCode][] = [
  [/PROXY|TUNNEL_CONNECTION/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST/, 'dns'],
  [/INTERNET_DISCONNECTED|ERROR_OFFLINE/, 'offline'],
  [/TIMED_OUT|NET_TIMEOUT/, 'timeout'],
  [/CONNECTION_REFUSED/, 'connection-refused'],
  [/BLOCKED_BY|NETWORK_ACCESS_DENIED/, 'blocked'],
  [/CERT_DATE_INVALID|EXPIRED_(ISSUER_)?CERTIFICATE|NOT_YET_VALID/, 'certificate-date'],
  [/CERT|SEC_ERROR|certificate/, 'certificate'],
  [/SSL|INADEQUATE_SECURITY/, 'tls'],
  [/^(net::|NS_)/, 'connection'],
];

/** Reads Chromium's `net::ERR_…` and Firefox's `NS_ERROR_…`; what is neither, Firefox says of TLS, in its language. */
export function readNetworkError(error: string): TransportFailureCode {
  return SIGNS.find(([sign]) => sign.test(error))?.[1] ?? 'tls';
}
