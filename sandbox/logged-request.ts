import type { Context, MiddlewareHandler } from 'hono';

export interface LoggedRequest {
  method: string;
  /** The Host header without its port. */
  host: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  /** The first 4 kB. */
  body: string;
  atMs: number;
}

const loggedBodyBytes = 4096;

/** Appends every request in the order of arrival; its body is there before the request is answered. */
export function logRequests(log: LoggedRequest[]): MiddlewareHandler {
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const logged: LoggedRequest = {
      method: c.req.method,
      host: hostnameOf(c),
      path: pathname + search,
      headers: c.req.header(),
      body: '',
      atMs: Date.now(),
    };
    log.push(logged);
    const body = Buffer.from(await c.req.arrayBuffer());
    logged.body = body.subarray(0, loggedBodyBytes).toString();
    await next();
  };
}

export function hostnameOf(c: Context): string {
  return (c.req.header('Host') ?? '').replace(/:\d+$/, '');
}
