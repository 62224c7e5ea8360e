/**
 * The URL as text, when it is text or a URL object. Throws for anything else, which is for the native function alone:
 * turning it into text may have effects.
 */
export function expectUrlText(url: unknown, { URL }: Window & typeof globalThis): string {
  if (typeof url === 'string' || url instanceof URL) return `${url}`;
  throw new TypeError();
}
