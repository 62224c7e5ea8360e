import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { DemoClient, TokenSubject } from './demo-data.ts';

const key = randomBytes(32);
const lifetimeSeconds = 3600;

/** An access token that says something by itself (RFC 9068), also what needs UTF-8, and less of its scope than the answer. */
export function buildJwt(client: DemoClient, user: TokenSubject): string {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://devsandbox.knetikcloud.com',
    sub: String(user.id ?? client.id),
    name: 'Åda Müßig – 名前 🎮',
    client_id: client.id,
    scope: 'read',
    roles: user.roles,
    iat,
    auth_time: iat,
    exp: iat + (client.accessTokenLifetime ?? lifetimeSeconds),
    jti: randomUUID(),
  };
  const text = [{ alg: 'HS256', typ: 'at+jwt' }, claims].map(encode).join('.');
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
