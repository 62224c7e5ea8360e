import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer of the token endpoint before it is sent, so that a misbehaving client can spoil it. */
export interface TokenAnswer {
  status: ContentfulStatusCode;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** RFC 6749 §5.2, not to be kept by anybody, as Spring has it; a 401 names its error in `WWW-Authenticate` too. */
export function buildErrorAnswer(status: ContentfulStatusCode, error: string, error_description: string): TokenAnswer {
  const challenge: Record<string, string> = status === 401 ? { 'WWW-Authenticate': `Bearer error="${error}"` } : {};
  return { status, headers: { 'Cache-Control': 'no-store', ...challenge }, body: { error, error_description } };
}

export function sendAnswer(c: Context, { status, headers, body }: TokenAnswer): Response {
  return c.json(body, status, headers);
}
