import * as v from 'valibot';
import { tidyServerText } from './redact';
import type { TransportFailureCode } from './token-failure';

/** What the API says of a token; each of the two calls has its own outcome. */
export interface WhoAmI {
  /** `GET /me` */
  me: ApiOutcome<Me>;
  /** `GET /users/me` */
  user: ApiOutcome<CurrentUser>;
}

export interface Me {
  client_id?: string;
  user_id?: string;
  roles: string[];
}

export interface CurrentUser {
  id?: string;
  username?: string;
  display_name?: string;
}

export type ApiOutcome<T> = { ok: true; value: T } | { ok: false; code: ApiFailureCode; status?: number };

export type ApiFailureCode =
  /** 401: the server does not know the token any more. */
  | 'rejected'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'unexpected-status'
  | 'not-json'
  | 'malformed'
  | TransportFailureCode;

/** An answer of the API, or why there is none. */
export type ApiReply =
  | { ok: true; answer: { status: number; body: string } }
  | { ok: false; code: TransportFailureCode };

const MAX_ROLES = 200;
const Member = v.optional(v.unknown());

/** Reads what `GET /me` answered. `secrets` never appear in what is read. */
export function readMe(reply: ApiReply, secrets: readonly string[]): ApiOutcome<Me> {
  const Schema = v.pipe(
    v.object({ client_id: Member, user_id: Member, roles: Member }),
    v.transform(({ client_id, user_id, roles }): Me => ({
      ...tidyMembers({ client_id, user_id }, secrets),
      roles: tidyList(roles, secrets),
    })),
    v.check((me) => Object.keys(me).length > 1 || me.roles.length > 0),
  );
  return readReply(reply, Schema);
}

/** Reads what `GET /users/me` answered; of all that it may say, only who it is. */
export function readCurrentUser(reply: ApiReply, secrets: readonly string[]): ApiOutcome<CurrentUser> {
  const Schema = v.pipe(
    v.object({ id: Member, username: Member, display_name: Member }),
    v.transform((user): CurrentUser => tidyMembers(user, secrets)),
    v.check((user) => Object.keys(user).length > 0),
  );
  return readReply(reply, Schema);
}

function readReply<T>(reply: ApiReply, schema: v.GenericSchema<unknown, T>): ApiOutcome<T> {
  if (!reply.ok) return reply;
  const { status, body } = reply.answer;
  const code = getStatusFailure(status);
  if (code) return { ok: false, code, status };
  const json = readJson(body);
  if (json === undefined) return { ok: false, code: 'not-json', status };
  const reading = v.safeParse(schema, json);
  return reading.success ? { ok: true, value: reading.output } : { ok: false, code: 'malformed', status };
}

function getStatusFailure(status: number): ApiFailureCode | undefined {
  if (status >= 200 && status <= 299) return undefined;
  if (status === 401) return 'rejected';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'unexpected-status';
}

/** A member of another type than documented says nothing, and keeps no other from being shown. */
function tidyMembers<Name extends string>(
  members: { [Each in Name]?: unknown },
  secrets: readonly string[],
): { [Each in Name]?: string } {
  const tidied: { [Each in Name]?: string } = {};
  for (const name in members) {
    const text = tidy(members[name], secrets);
    if (text !== undefined) tidied[name] = text;
  }
  return tidied;
}

function tidyList(list: unknown, secrets: readonly string[]): string[] {
  const members: unknown[] = Array.isArray(list) ? list.slice(0, MAX_ROLES) : [];
  const texts = members.map((member) => tidy(member, secrets)).filter((text) => text !== undefined);
  return [...new Set(texts)];
}

function tidy(value: unknown, secrets: readonly string[]): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return tidyServerText(String(value), secrets) || undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // JSON has no undefined, so this cannot be mistaken for an answer.
  }
}
