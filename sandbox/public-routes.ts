import { Hono } from 'hono';
import * as v from 'valibot';
import { sendApiError } from './api-error.ts';
import type { SandboxEnv } from './sandbox-env.ts';

const REDIRECT_STATUSES = { 301: 301, 302: 302, 303: 303, 307: 307, 308: 308 } as const;

const RedirectSchema = v.object({
  to: v.pipe(v.string(), v.url(), v.regex(/^https?:/i)),
  status: v.optional(v.picklist(['301', '302', '303', '307', '308']), '302'),
});

/** The calls that want no access token. */
export function buildPublicRoutes(): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();

  routes.get('/version', (c) => c.json({ version: 'sandbox' }));
  routes.get('/health', (c) => c.json({ status: 'UP' }));
  routes.get('/location/countries', (c) =>
    c.json([
      { id: 1, iso2: 'FR', iso3: 'FRA', name: 'France' },
      { id: 2, iso2: 'JP', iso3: 'JPN', name: 'Japan' },
    ]),
  );

  // Shows a page what arrived here: did its request carry the header, and which one? Not for the browser's cache on disk.
  routes.all('/echo', (c) =>
    c.json({ method: c.req.method, path: c.req.path, headers: c.req.header() }, 200, { 'Cache-Control': 'no-store' }),
  );

  routes.all('/redirect', (c) => {
    const query = v.safeParse(RedirectSchema, c.req.query());
    if (query.success) return c.redirect(query.output.to, REDIRECT_STATUSES[query.output.status]);
    const [{ message }] = query.issues;
    return sendApiError(c, 400, { field: v.getDotPath(query.issues[0]), message, details: null });
  });

  return routes;
}
