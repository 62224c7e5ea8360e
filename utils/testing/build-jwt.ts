/** A JWT with these claims; its signature is worth nothing. */
export function buildJwt(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`;
}
