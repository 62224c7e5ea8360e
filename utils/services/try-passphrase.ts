import type { VaultOutcome } from '@/utils/messages/vault-outcome';
import { openVault } from '@/utils/vault/seal-vault';
import { getRetryAtMs, readAttempts } from '@/utils/vault/unlock-delay';
import type { VaultContent } from '@/utils/vault/vault-content';
import { deriveVaultKey, type VaultKey } from '@/utils/vault/vault-key';
import { readVaultRecord, type VaultRecord } from '@/utils/vault/vault-record';
import type { VaultKeeperPorts } from './vault-keeper-ports';

export interface OpenedVault {
  ok: true;
  record: VaultRecord;
  content: VaultContent;
  vaultKey: VaultKey;
  /** What lay in the vault's place when the copy had to be opened. */
  damaged?: unknown;
}

type Refusal = Exclude<VaultOutcome, { ok: true }>;

/**
 * Opens what is on disk with a passphrase, and counts the wrong ones. Changes nothing else.
 * @param source `copy` opens the last good copy, but only where the vault is damaged: it is older
 */
export async function tryPassphrase(
  ports: VaultKeeperPorts,
  { passphrase, source }: { passphrase: string; source: 'vault' | 'copy' },
): Promise<OpenedVault | Refusal> {
  const stored = await ports.vault.getValue();
  const reading = await readVaultRecord(stored);
  const copy = await readVaultRecord(await ports.copy.getValue());
  // Both are written together: a vault that is gone while its copy is there was lost, it was never forgotten.
  if (reading.kind === 'absent' && copy.kind === 'absent') return { ok: false, code: 'no-vault' };
  const damage: Refusal = { ok: false, code: 'damaged', hasCopy: copy.kind === 'record' };
  if (reading.kind !== 'record' && (source === 'vault' || copy.kind !== 'record')) return damage;

  const nowMs = ports.nowMs();
  const { count, lastAtMs } = readAttempts(await ports.attempts.getValue());
  const retryAtMs = getRetryAtMs({ count, lastAtMs }, nowMs);
  if (retryAtMs > nowMs) return { ok: false, code: 'too-soon', retryAtMs };
  // Counted before it is tried: otherwise ending the browser in between would make a try for free.
  const attempts = { count: count + 1, lastAtMs: nowMs };
  await ports.attempts.setValue(attempts);

  const open = async (record: VaultRecord): Promise<OpenedVault | 'wrong-passphrase' | 'damaged'> => {
    const vaultKey = await deriveVaultKey(passphrase, record.kdf);
    const opened = await openVault(record, vaultKey);
    return opened.ok ? { ...opened, record, vaultKey } : opened.code;
  };
  let opened = reading.kind === 'record' ? await open(reading.record) : 'damaged';
  if (opened === 'damaged' && source === 'copy' && copy.kind === 'record') {
    opened = await open(copy.record);
    if (typeof opened === 'object') opened.damaged = stored;
  }
  if (opened === 'wrong-passphrase') {
    return { ok: false, code: 'wrong-passphrase', retryAtMs: getRetryAtMs(attempts, nowMs) };
  }
  await ports.attempts.setValue(null);
  return opened === 'damaged' ? damage : opened;
}
