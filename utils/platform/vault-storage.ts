import { storage } from 'wxt/utils/storage';
import type { KeepTrouble, VaultStatus } from '@/utils/messages/vault-outcome';
import type { HeldKey } from '@/utils/services/vault-keeper-ports';
import type { UnlockAttempts } from '@/utils/vault/unlock-delay';
import type { VaultRecord } from '@/utils/vault/vault-record';

// What is on disk is read unchecked: damage must be told, and kept.

export const vaultItem = storage.defineItem<unknown>('local:vault');
export const vaultCopyItem = storage.defineItem<unknown>('local:vaultCopy');
/** A record that was replaced by its copy. */
export const damagedVaultItem = storage.defineItem<unknown>('local:damagedVault');
export const unlockAttemptsItem = storage.defineItem<UnlockAttempts>('local:unlockAttempts');

/** The key while the vault is open; in memory, as the background may stop at any time. */
export const heldKeyItem = storage.defineItem<HeldKey>('session:heldKey');
/** What keeps the open vault from being written; null while all is well. */
export const keepTroubleItem = storage.defineItem<KeepTrouble>('session:keepTrouble');
/** When the user was last seen to be there, while the vault is open; milliseconds since the epoch. */
export const lastActiveItem = storage.defineItem<number>('session:lastActiveMs');

/** Writes both in one call, so that they change together or not at all; null removes. */
export async function writeVault(records: { vault: VaultRecord | null; copy: VaultRecord | null }): Promise<void> {
  const { vault, copy } = records;
  if (vault !== null && copy !== null) {
    await storage.setItems([
      { item: vaultItem, value: vault },
      { item: vaultCopyItem, value: copy },
    ]);
  } else {
    await storage.removeItems([...(vault ? [] : [vaultItem]), ...(copy ? [] : [vaultCopyItem])]);
    if (vault) await vaultItem.setValue(vault);
    if (copy) await vaultCopyItem.setValue(copy);
  }
}

export async function setDamagedVaultAside(damaged: unknown): Promise<void> {
  await (damaged === null ? damagedVaultItem.removeValue() : damagedVaultItem.setValue(damaged));
}

export async function readVaultStatus(): Promise<VaultStatus> {
  const [vault, copy, held, trouble] = await Promise.all([
    vaultItem.getValue(),
    vaultCopyItem.getValue(),
    heldKeyItem.getValue(),
    keepTroubleItem.getValue(),
  ]);
  if (vault === null && copy === null) return { kind: 'off' };
  if (held?.kind !== 'open') return { kind: 'locked' };
  return { kind: 'unlocked', ...(trouble && { trouble }) };
}

/** Calls back when secrets begin to be forgotten, and when that is over; returns the way to stop that. */
export function watchLocks(callback: (isOver: boolean) => void): () => void {
  return heldKeyItem.watch((held, before) => {
    if (held?.kind === 'closing') callback(false);
    else if (before?.kind === 'closing') callback(true);
  });
}
