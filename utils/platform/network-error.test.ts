import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TransportFailureCode } from '@/utils/oauth2/token-failure';
import { installNetworkErrors } from '../testing/fake-apis';
import { readNetworkError, watchNetworkError } from './network-error';

const URL_ASKED = 'https://devsandbox.knetikcloud.com/oauth/token';

describe("the browser's own word", () => {
  it.each<[string, TransportFailureCode]>([
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_NAME_RESOLUTION_FAILED', 'dns'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate-date'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'tls'],
    ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['net::ERR_CONNECTION_CLOSED', 'connection'],
    ['net::ERR_CONNECTION_RESET', 'connection'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'connection'],
    ['net::ERR_EMPTY_RESPONSE', 'connection'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_TIMED_OUT', 'timeout'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['NS_ERROR_UNKNOWN_HOST', 'dns'],
    ['NS_ERROR_NET_RESET', 'connection'],
    ['NS_ERROR_NET_INTERRUPT', 'connection'],
    ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
    ['NS_ERROR_UNKNOWN_PROXY_HOST', 'proxy'],
    ['NS_ERROR_OFFLINE', 'offline'],
    ['NS_ERROR_NET_TIMEOUT', 'timeout'],
    ['SSL_ERROR_RX_RECORD_TOO_LONG', 'tls'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'certificate'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
    ['net::ERR_NETWORK_ACCESS_DENIED', 'blocked'],
    ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'proxy'],
    ['SEC_ERROR_EXPIRED_CERTIFICATE', 'certificate-date'],
    ['MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', 'certificate-date'],
    ['Keine sichere Verbindung.', 'tls'],
    ['The certificate is not trusted because it is self-signed.', 'certificate'],
  ])('%s is read as %s', (error, code) => {
    expect(readNetworkError(error)).toBe(code);
  });
});

describe('watching one request', () => {
  let event = installNetworkErrors();
  beforeEach(() => {
    event = installNetworkErrors();
    vi.stubGlobal('navigator', { onLine: true });
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells what the browser says of it, also when that came first', async () => {
    const watched = watchNetworkError(URL_ASKED);
    event.trigger({ error: 'net::ERR_NAME_NOT_RESOLVED', tabId: -1 });
    await expect(watched.getCode()).resolves.toBe('dns');
  });

  it('waits a moment for the word of the browser', async () => {
    const code = watchNetworkError(URL_ASKED).getCode();
    await vi.advanceTimersByTimeAsync(200);
    event.trigger({ error: 'NS_ERROR_NET_TIMEOUT', tabId: -1 });
    await expect(code).resolves.toBe('timeout');
  });

  it("does not listen to a page's request to the same URL", async () => {
    const code = watchNetworkError(URL_ASKED).getCode();
    event.trigger({ error: 'net::ERR_NAME_NOT_RESOLVED', tabId: 7 });
    await vi.advanceTimersByTimeAsync(300);
    await expect(code).resolves.toBe('unknown');
  });

  it.each([
    ['net::ERR_CONNECTION_RESET', 'offline'],
    ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
  ])('of an offline computer takes %s for: %s', async (error, code) => {
    vi.stubGlobal('navigator', { onLine: false });
    const watched = watchNetworkError(URL_ASKED);
    event.trigger({ error, tabId: -1 });
    await expect(watched.getCode()).resolves.toBe(code);
  });

  it('knows of an offline computer why, also when the browser says nothing', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const code = watchNetworkError(URL_ASKED).getCode();
    await vi.advanceTimersByTimeAsync(300);
    await expect(code).resolves.toBe('offline');
  });

  it('listens to a URL with a port on every port, since patterns know none', () => {
    watchNetworkError('https://app.knetikcloud.com:8443/oauth/token?a=b');
    expect(event.getFilters()).toMatchObject([[{ urls: ['https://app.knetikcloud.com/oauth/token'] }]]);
  });

  it('listens to this URL alone, and only until it is stopped', () => {
    const watched = watchNetworkError(URL_ASKED);
    expect(event.getFilters()).toEqual([[{ urls: [URL_ASKED], types: ['xmlhttprequest'] }]]);
    watched.stop();
    expect(event.getFilters()).toEqual([]);
  });
});
