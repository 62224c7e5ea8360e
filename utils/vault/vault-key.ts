import { encodeBase64, expectBase64, type RandomBytes } from './bytes';
import type { Kdf } from './vault-record';

/** OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256. */
export const CURRENT_ROUNDS = 600_000;

/** What opens a vault, as text: while it is open this must outlive the background, in the session's memory. */
export interface VaultKey {
  /** How it came of the passphrase; goes into the record. */
  kdf: Kdf;
  /** 256 bits in base64. */
  key: string;
}

/** Parameters for a new key, with a salt of their own. */
export function buildKdf(randomBytes: RandomBytes, rounds = CURRENT_ROUNDS): Kdf {
  return { name: 'PBKDF2-SHA256', rounds, salt: encodeBase64(randomBytes(16)) };
}

/**
 * RFC 8018 §5.2; takes about as long as `kdf.rounds` says. The passphrase is brought to NFKC first: keyboards and
 * systems write the same character in several ways.
 */
export async function deriveVaultKey(passphrase: string, kdf: Kdf): Promise<VaultKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: expectBase64(kdf.salt), iterations: kdf.rounds };
  const bits = await crypto.subtle.deriveBits(parameters, base, 256);
  return { kdf, key: encodeBase64(new Uint8Array(bits)) };
}
