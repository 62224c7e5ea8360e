import type { RandomBytes } from './bytes';
import { openText, sealText, type TextReading } from './seal-text';
import { buildKdf, CURRENT_ROUNDS, deriveVaultKey } from './vault-key';
import { readVaultRecord, type VaultRecord } from './vault-record';

/** Seals well-formed text, such as an export with secrets, for whoever knows the passphrase. */
export async function sealWithPassphrase(
  text: string,
  passphrase: string,
  { randomBytes, rounds = CURRENT_ROUNDS }: { randomBytes: RandomBytes; rounds?: number },
): Promise<VaultRecord> {
  const vaultKey = await deriveVaultKey(passphrase, buildKdf(randomBytes, rounds));
  return sealText(text, { vaultKey, purpose: 'export', randomBytes });
}

/** Opens what `sealWithPassphrase` sealed, from wherever it comes. */
export async function openWithPassphrase(
  sealed: unknown,
  passphrase: string,
): Promise<TextReading | { ok: false; code: 'damaged' }> {
  const reading = await readVaultRecord(sealed);
  if (reading.kind !== 'record') return { ok: false, code: 'damaged' };
  return openText(reading.record, await deriveVaultKey(passphrase, reading.record.kdf), 'export');
}
