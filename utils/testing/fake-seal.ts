import type { VaultRecord } from '../vault/vault-record';

/** So many bytes that repeat the text, in base64: of the length that a record has there. */
const fill = (count: number, text: string): string => Buffer.alloc(count, text).toString('base64');

/** Stands in for the vault's encryption, which has tests of its own: a record that opens with its passphrase alone. */
export function buildFakeSeal(passphrase: string) {
  return async (text: string): Promise<VaultRecord> => ({
    version: 1,
    kdf: { name: 'PBKDF2-SHA256', rounds: 600_000, salt: fill(16, passphrase) },
    iv: fill(12, 'iv'),
    ciphertext: Buffer.from(text).toString('base64'),
    checksum: fill(32, 'checksum'),
  });
}

export async function fakeOpen({ kdf, ciphertext }: VaultRecord, passphrase: string) {
  if (kdf.salt !== fill(16, passphrase)) return { ok: false as const, code: 'wrong-passphrase' as const };
  return { ok: true as const, text: Buffer.from(ciphertext, 'base64').toString() };
}
