import { buildSha256 } from '@/utils/formats/sha256';

/** By this a copied secret is recognized, so that it is kept in no second place. */
export function buildClipboardDigest(text: string): Promise<string> {
  // Windows' clipboard has line ends of its own.
  return buildSha256(new TextEncoder().encode(text.replaceAll('\r\n', '\n')));
}

/** True when this is the text that was copied. An empty clipboard is not worth clearing. */
export async function isCopiedText(text: string, digest: string): Promise<boolean> {
  return text !== '' && (await buildClipboardDigest(text)) === digest;
}
