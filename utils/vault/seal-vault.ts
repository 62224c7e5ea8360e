import type { RandomBytes } from './bytes';
import { openText, sealText } from './seal-text';
import { encodeContent, readContent, type VaultContent } from './vault-content';
import type { VaultKey } from './vault-key';
import type { VaultRecord } from './vault-record';

export type VaultReading = { ok: true; content: VaultContent } | { ok: false; code: 'wrong-passphrase' | 'damaged' };

/** Seals the content under an IV of its own. Throws when it could not be read back. */
export function sealVault(content: VaultContent, vaultKey: VaultKey, randomBytes: RandomBytes): Promise<VaultRecord> {
  return sealText(encodeContent(content), { vaultKey, purpose: 'vault', randomBytes });
}

/** Opens a record that `readVaultRecord` found whole. */
export async function openVault(record: VaultRecord, vaultKey: VaultKey): Promise<VaultReading> {
  const reading = await openText(record, vaultKey, 'vault');
  if (!reading.ok) return reading;
  const content = readContent(reading.text);
  return content ? { ok: true, content } : { ok: false, code: 'damaged' };
}
