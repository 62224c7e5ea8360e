/** The endpoints that take credentials in their body and must never get an Authorization header of ours. */
export const TOKEN_ENDPOINTS = /^\/+oauth\/+(token|revoke)([/;]|$)/i;

/** True when a request to this URL may carry the token: exactly an API origin, no login in the URL, no token endpoint. */
export function mayCarryToken(url: URL, apiOrigins: readonly string[]): boolean {
  return (
    apiOrigins.includes(url.origin) &&
    // A blob has its page's origin, but is no request; it may be revoked before a request that waits has left.
    url.protocol !== 'blob:' &&
    // A login in the URL is the page's own and in force. Decoded by `unescape`, which takes a stray % as it is.
    !url.username &&
    !url.password &&
    !TOKEN_ENDPOINTS.test(unescape(url.pathname))
  );
}
