/** By this a copied secret is recognized, so that it is kept in no second place. */
export async function buildClipboardDigest(text: string): Promise<string> {
  // Windows' clipboard has line ends of its own.
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** True when this is the text that was copied. An empty clipboard is not worth clearing. */
export async function isCopiedText(text: string, digest: string): Promise<boolean> {
  return text !== '' && (await buildClipboardDigest(text)) === digest;
}
