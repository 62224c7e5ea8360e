import { jwtDecode } from 'jwt-decode';

/** One member of a JWT's header or claims. */
export interface Claim {
  name: string;
  /** A string as it is; anything else as JSON. */
  text: string;
  /** Of claims that are times, in milliseconds since the epoch. */
  timeMs?: number;
}

/** What can be read off an access token. Nobody has checked a JWT's signature: it says what it says. */
export type TokenContent =
  | {
      kind: 'jwt';
      header: Claim[];
      claims: Claim[];
      /** Of the scope claim; undefined where there is none. */
      scope?: string;
      /** Of `iat`. */
      issuedAtMs?: number;
    }
  | { kind: 'opaque'; length: number; isUuid: boolean };

/** RFC 7519 §4.1 and OpenID Connect Core §2: seconds since the epoch. */
const TIMES = new Set(['exp', 'iat', 'nbf', 'auth_time']);
const MAX_DATE_MS = 8.64e15;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads an access token: as a JWT (RFC 7519) if it is a signed one, else as text that only its server understands. */
export function readAccessToken(token: string): TokenContent {
  const header = readPart(token, true);
  const claims = readPart(token, false);
  // Three parts with a header that names its algorithm (RFC 7515 §4.1.1); an encrypted one has five.
  if (token.split('.').length !== 3 || typeof header?.['alg'] !== 'string' || !claims) {
    return { kind: 'opaque', length: token.length, isUuid: UUID.test(token) };
  }
  const scope = readScope(claims['scope'] ?? claims['scp']);
  const issuedAtMs = readTimeMs(claims['iat']);
  return {
    kind: 'jwt',
    header: listClaims(header),
    claims: listClaims(claims),
    ...(scope !== undefined && { scope }),
    ...(issuedAtMs !== undefined && { issuedAtMs }),
  };
}

/** True when both name the same scopes, in whatever order (RFC 6749 §3.3). */
export function isSameScope(one: string, other: string): boolean {
  const listWords = (scope: string): Set<string> => new Set(scope.split(' ').filter((word) => word !== ''));
  return listWords(one).symmetricDifference(listWords(other)).size === 0;
}

function readPart(token: string, header: boolean): Record<string, unknown> | undefined {
  try {
    const part = jwtDecode<unknown>(token, { header });
    return typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part } : undefined;
  } catch {
    return undefined; // Not base64url, not JSON: no JWT.
  }
}

function listClaims(part: Record<string, unknown>): Claim[] {
  return Object.entries(part).map(([name, value]) => {
    const timeMs = TIMES.has(name) ? readTimeMs(value) : undefined;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { name, text, ...(timeMs !== undefined && { timeMs }) };
  });
}

function readTimeMs(seconds: unknown): number | undefined {
  if (typeof seconds !== 'number') return undefined;
  return Math.abs(seconds * 1000) <= MAX_DATE_MS ? seconds * 1000 : undefined;
}

/** RFC 9068 §2.2.3 has one string; Spring and others send a list. */
function readScope(claim: unknown): string | undefined {
  if (typeof claim === 'string') return claim;
  return Array.isArray(claim) && claim.every((word) => typeof word === 'string') ? claim.join(' ') : undefined;
}
