import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

export interface FieldError {
  field: string | null;
  message: string;
  details: unknown;
}

/** An error of an API call, as opposed to one of the token endpoint. */
export function sendApiError(c: Context, status: 400 | 404, ...result: FieldError[]): Response {
  return c.json({ code: status, request_id: randomUUID(), result }, status);
}

export function sendNotFound(c: Context, message = `Nothing at ${c.req.path}`): Response {
  return sendApiError(c, 404, { field: null, message, details: null });
}
