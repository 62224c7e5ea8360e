import type { Context, MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './sandbox-env.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildErrorAnswer, sendAnswer } from './token-answer.ts';

/** Lets a request pass that carries a living access token in its Authorization header (RFC 6750 §2.1). */
export function requireBearer({ tokens }: SandboxState): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const accessToken = getBearer(c);
    if (!accessToken) return sendAnswer(c, buildErrorAnswer(401, 'unauthorized', 'An access token is required'));
    const token = tokens.findAccessToken(accessToken);
    if (!token) return sendAnswer(c, buildErrorAnswer(401, 'invalid_token', `Invalid access token: ${accessToken}`));
    if (token.accessTokenExpiresAt.getTime() <= Date.now()) {
      return sendAnswer(c, buildErrorAnswer(401, 'invalid_token', `Access token expired: ${accessToken}`));
    }
    c.set('token', token);
    return next();
  };
}

function getBearer(c: Context): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}
