import { encodeBase64, expectBase64, type RandomBytes } from './bytes';
import type { VaultKey } from './vault-key';
import { buildHeader, type VaultRecord, withChecksum } from './vault-record';

/** What was sealed; one does not open as another. */
export type SealPurpose = 'vault' | 'export';

export type TextReading = { ok: true; text: string } | { ok: false; code: 'wrong-passphrase' };

/** The length of what is sealed shows in steps of this. */
const PADDED_BYTES = 1024;

/** ISO/IEC 7816-4: a one bit, then zeros. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / PADDED_BYTES) * PADDED_BYTES);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  return padded;
}

const unpad = (padded: Uint8Array): Uint8Array => padded.subarray(0, padded.lastIndexOf(0x80));

const importKey = ({ key }: VaultKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', expectBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

function buildParameters(iv: Uint8Array<ArrayBuffer>, header: string, purpose: SealPurpose): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${purpose} ${header}`) };
}

/** Seals well-formed text with AES-256-GCM (NIST SP 800-38D). */
export async function sealText(
  text: string,
  { vaultKey, purpose, randomBytes }: { vaultKey: VaultKey; purpose: SealPurpose; randomBytes: RandomBytes },
): Promise<VaultRecord> {
  const header = { version: 1, kdf: vaultKey.kdf } as const;
  // A second text under the same IV would give away both, and the key for forging more.
  const iv = randomBytes(12);
  const parameters = buildParameters(iv, buildHeader(header), purpose);
  const sealed = await crypto.subtle.encrypt(
    parameters,
    await importKey(vaultKey),
    pad(new TextEncoder().encode(text)),
  );
  return withChecksum({ ...header, iv: encodeBase64(iv), ciphertext: encodeBase64(new Uint8Array(sealed)) });
}

/** Opens what `sealText` sealed. A record that was changed, checksum and all, is as if the passphrase were wrong. */
export async function openText(record: VaultRecord, vaultKey: VaultKey, purpose: SealPurpose): Promise<TextReading> {
  const parameters = buildParameters(expectBase64(record.iv), buildHeader(record), purpose);
  const key = await importKey(vaultKey);
  try {
    const opened = await crypto.subtle.decrypt(parameters, key, expectBase64(record.ciphertext));
    return { ok: true, text: new TextDecoder().decode(unpad(new Uint8Array(opened))) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError')
      return { ok: false, code: 'wrong-passphrase' };
    throw error;
  }
}
