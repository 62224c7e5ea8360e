const PREFIX = 'kc-';

/** A new mark: 128 random bits, so that no page can guess it. */
export function buildMark(fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Marks a request by its URL's fragment, which no server ever sees. Takes the page's own words, not a resolved URL:
 * resolving would lose the document's encoding in the query.
 */
export function markUrl(url: string, mark: string): string {
  // The URL parser strips trailing controls and spaces, which must not end up before the mark.
  // oxlint-disable-next-line no-control-regex
  return url.replace(/[\0- ]*$/, (url.includes('#') ? '' : '#') + PREFIX + mark);
}

/** True for a URL that `markUrl` made. */
export function isMarkedUrl(url: string, mark: string): boolean {
  return url.endsWith(PREFIX + mark);
}

/** A declarativeNetRequest `urlFilter` that fits exactly the marked URLs of an API origin. */
export function buildMarkFilter(apiOrigin: string, mark: string): string {
  return `|${apiOrigin}/*#*${PREFIX}${mark}|`;
}
