/** The match pattern of an origin's host. Patterns know no port. */
export function buildHostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
