/** Where an origin's WebSockets are: `wss:` for `https:`, `ws:` for `http:`. */
export function toSocketOrigin(origin: string): string {
  return origin.replace(/^http/, 'ws');
}

/** The origin that a URL belongs to, whether or not it is a WebSocket's. */
export function fromSocketUrl(url: string): URL {
  return new URL(url.replace(/^ws/, 'http'));
}
