/**
 * The URL as text, when it is text or a URL object. Anything else is left to the native function: turning it into text
 * may have effects.
 */
export function readUrlText(url: unknown, { URL }: Window & typeof globalThis): string | undefined {
  return typeof url === 'string' || url instanceof URL ? `${url}` : undefined;
}
