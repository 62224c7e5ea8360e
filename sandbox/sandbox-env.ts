import type { HttpBindings } from '@hono/node-server';
import type { IssuedToken } from './token-store.ts';

/** What hono hands to every route: Node's own request, and the caller's token behind `requireBearer`. */
export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: { token: IssuedToken };
}
