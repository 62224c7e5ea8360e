import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { buildApiRoutes } from './api-routes.ts';
import { sendNotFound } from './api-error.ts';
import { logRequests } from './logged-request.ts';
import type { LoggedRequest } from './logged-request.ts';
import { buildPageRoutes } from './pages.ts';
import type { StaticFile } from './pages.ts';
import { buildPublicRoutes } from './public-routes.ts';
import type { SandboxEnv } from './sandbox-env.ts';
import { buildSandboxState, type SandboxState } from './sandbox-state.ts';
import { buildSwaggerUiRoutes } from './swagger-ui.ts';
import { buildTokenRoutes } from './token-endpoint.ts';

export interface AppOptions {
  log: LoggedRequest[];
  files: Readonly<Record<string, StaticFile>>;
  state?: SandboxState;
  /** Sees each token request and its answer, and may answer instead. */
  interceptToken?: MiddlewareHandler<SandboxEnv> | undefined;
}

/** The stand-in server, apart from its socket. It answers alike under every host name, but for `no-revoke.…`. */
export function buildApp({ log, files, state = buildSandboxState(), interceptToken }: AppOptions): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(logRequests(log));
  app.use(
    cors({
      origin: '*',
      // The method asked for. The headers asked for are named one by one, since `*` does not cover Authorization.
      allowMethods: (_origin, c) => [c.req.header('Access-Control-Request-Method') ?? 'GET'],
      exposeHeaders: ['Content-Length', 'Date', 'Location', 'Retry-After', 'WWW-Authenticate'],
    }),
  );
  app.route('/', buildPageRoutes(files));
  if (interceptToken) app.use('/oauth/token', interceptToken);
  app.route('/oauth', buildTokenRoutes(state));
  app.route('/', buildPublicRoutes());
  app.route('/', buildSwaggerUiRoutes());
  app.route('/', buildApiRoutes(state));
  app.notFound((c) => sendNotFound(c));
  return app;
}
