import { Hono } from 'hono';
import * as v from 'valibot';
import { sendApiError, sendNotFound } from './api-error.ts';
import type { FieldError } from './api-error.ts';
import { grantTypes } from './demo-data.ts';
import type { DemoUser } from './demo-data.ts';
import { buildPagedList, PagingSchema } from './paged-list.ts';
import { requireBearer } from './require-bearer.ts';
import type { SandboxEnv } from './sandbox-env.ts';
import type { SandboxState } from './sandbox-state.ts';

const UserChangeSchema = v.object({
  display_name: v.optional(v.pipe(v.string(), v.nonEmpty())),
  email: v.optional(v.pipe(v.string(), v.email())),
});

/** The API calls that want an access token. */
export function buildApiRoutes(state: SandboxState): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  for (const path of ['/me', '/users', '/users/*', '/files', '/auth/*']) routes.use(path, requireBearer(state));

  routes.get('/me', (c) => {
    const { client, user } = c.get('token');
    return c.json({ client_id: client.id, user_id: user.id, roles: user.roles });
  });

  routes.get('/users/me', (c) => {
    const user = state.users.find(({ id }) => id === c.get('token').user.id);
    return user ? c.json(withoutPassword(user)) : sendNotFound(c, 'This access token belongs to no user');
  });

  routes.get('/users', (c) => {
    const paging = v.safeParse(PagingSchema, c.req.query());
    if (!paging.success) return sendApiError(c, 400, ...paging.issues.map(toFieldError));
    return c.json(buildPagedList(state.users.map(withoutPassword), paging.output));
  });

  routes.put('/users/:id', async (c) => {
    const user = state.users.find(({ id }) => String(id) === c.req.param('id'));
    if (!user) return sendNotFound(c);
    const change = v.safeParse(UserChangeSchema, await c.req.json().catch(() => undefined));
    if (!change.success) return sendApiError(c, 400, ...change.issues.map(toFieldError));
    return c.json(withoutPassword(Object.assign(user, change.output)));
  });

  routes.post('/files', async (c) => {
    const { file } = await c.req.parseBody();
    if (file instanceof File) return c.json({ name: file.name, type: file.type, size: file.size });
    return sendApiError(c, 400, { field: 'file', message: 'Expected a file', details: null });
  });

  routes.get('/auth/clients/grant-types', (c) => {
    const paging = v.safeParse(PagingSchema, c.req.query());
    if (!paging.success) return sendApiError(c, 400, ...paging.issues.map(toFieldError));
    const resources = grantTypes.map((name) => ({ name, description: `The ${name} grant` }));
    return c.json(buildPagedList(resources, paging.output));
  });

  return routes;
}

function withoutPassword({ password: _password, ...user }: DemoUser) {
  return user;
}

function toFieldError(issue: v.BaseIssue<unknown>): FieldError {
  return { field: v.getDotPath(issue), message: issue.message, details: null };
}
