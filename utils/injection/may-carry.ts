/** The endpoints that take credentials in their body and must never get an Authorization header of ours. */
const TOKEN_ENDPOINTS = /^\/+oauth\/+(token|revoke)(\/|$)/i;

/** True when a request to this URL may carry the token: exactly an API origin, no login in the URL, no token endpoint. */
export function mayCarryToken(url: URL, apiOrigins: readonly string[]): boolean {
  const { origin, pathname, username, password } = url;
  // A login in the URL is the page's own and in force.
  return apiOrigins.includes(origin) && !username && !password && !TOKEN_ENDPOINTS.test(pathname);
}
