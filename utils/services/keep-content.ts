import { openVault, sealVault } from '@/utils/vault/seal-vault';
import { encodeContent, type VaultContent } from '@/utils/vault/vault-content';
import type { VaultKey } from '@/utils/vault/vault-key';
import { readVaultRecord, type VaultRecord } from '@/utils/vault/vault-record';
import type { VaultKeeperPorts } from './vault-keeper-ports';

export type KeepOutcome =
  | { kept: true }
  /** `foreign`: the vault on disk is another one than was opened. Nothing was written in any of these cases. */
  | { kept: false; because: 'locked' | 'damaged' | 'foreign' };

/** The content of a record, by whichever key of the open vault fits; undefined when none does. */
export async function openWithHeld(
  { heldKey }: VaultKeeperPorts,
  record: VaultRecord,
): Promise<{ content: VaultContent; vaultKey: VaultKey } | undefined> {
  const held = await heldKey.getValue();
  if (held?.kind !== 'open') return undefined;
  return openWithAny(held.keys, record);
}

export async function openWithAny(
  keys: readonly VaultKey[],
  record: VaultRecord,
): Promise<{ content: VaultContent; vaultKey: VaultKey } | undefined> {
  for (const vaultKey of keys) {
    const opened = await openVault(record, vaultKey);
    if (opened.ok) return { content: opened.content, vaultKey };
  }
  return undefined;
}

/** Seals what session memory holds, and moves the record that it replaces into the copy: it was just opened, so it is good. */
export async function keepContent(ports: VaultKeeperPorts): Promise<KeepOutcome> {
  if ((await ports.heldKey.getValue())?.kind !== 'open') return { kept: false, because: 'locked' };
  const reading = await readVaultRecord(await ports.vault.getValue());
  // A vault that is gone is damage too: what is open was on disk, and nobody has forgotten it here.
  if (reading.kind !== 'record') return { kept: false, because: 'damaged' };
  const opened = await openWithHeld(ports, reading.record);
  if (!opened) return { kept: false, because: 'foreign' };
  const content = await ports.collect();
  if (encodeContent(content) !== encodeContent(opened.content)) {
    const vault = await sealVault(content, opened.vaultKey, ports.randomBytes);
    await ports.setBoth({ vault, copy: reading.record });
  }
  return { kept: true };
}
