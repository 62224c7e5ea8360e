export type FormPair = readonly [name: string, value: string];

/**
 * The pairs of an `application/x-www-form-urlencoded` text. A part without "=" has no name here: it may be a secret,
 * and names are shown.
 */
export function readFormPairs(text: string): FormPair[] {
  return text
    .split('&')
    .filter(Boolean)
    .map((part) => {
      // Behind "&", because a leading "?" would be dropped.
      const [pair] = part.includes('=') ? [...new URLSearchParams(`&${part}`)] : [];
      return pair ?? ['', ''];
    });
}

/** An address without query and fragment, and the pairs of its query. */
export function splitQuery(url: string): { address: string; pairs: FormPair[] } {
  const [whole = ''] = url.split('#', 1);
  const [address = ''] = whole.split('?', 1);
  return { address, pairs: readFormPairs(whole.slice(address.length + 1)) };
}

/** Client id and secret of an `Authorization: Basic` header's value (RFC 7617); none if it is something else. */
export function readBasicPairs(headerValue: string): FormPair[] {
  const [, encoded] = /^\s*basic\s+([\w+/=-]+)\s*$/i.exec(headerValue.slice(0, 20_000)) ?? [];
  const decoded = encoded === undefined ? undefined : decodeBase64(encoded);
  return decoded === undefined ? [] : readUserPairs(decoded);
}

/** The same of a `user:password` text. */
export function readUserPairs(text: string): FormPair[] {
  const colon = text.indexOf(':');
  if (colon === -1) return [['client_id', text]];
  return [
    ['client_id', text.slice(0, colon)],
    ['client_secret', text.slice(colon + 1)],
  ];
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    // A placeholder, such as "Basic BASE64": nothing to take over.
    return undefined;
  }
}
