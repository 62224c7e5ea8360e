import { mergeContent } from '@/utils/vault/merge-content';
import { readVaultRecord } from '@/utils/vault/vault-record';
import { openWithAny } from './keep-content';
import type { VaultKeeperPorts } from './vault-keeper-ports';

/**
 * Takes the key away and empties session memory, in this order: with the key there, an empty memory would be kept. All of
 * it is tried, whatever fails of it; then rejects with the first failure.
 */
export async function closeVault(
  ports: VaultKeeperPorts,
  { before, after }: { before?: () => Promise<unknown>; after?: () => Promise<void> } = {},
): Promise<void> {
  const failures: unknown[] = [];
  const attempt = async (step: () => Promise<unknown>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      failures.push(error);
      return false;
    }
  };
  if (before) await attempt(before);
  await attempt(() => ports.heldKey.setValue({ kind: 'closing' }));
  const isEmpty = await attempt(ports.clear);
  if (after) await attempt(after);
  // Otherwise it stays `closing`, and the next turn tries to empty it again.
  if (isEmpty) await attempt(() => ports.heldKey.setValue(null));
  if (failures.length > 0) throw failures[0];
}

/** Ends what the background died in, between two steps of an earlier turn. */
export async function settleInterruptedTurn(ports: VaultKeeperPorts): Promise<void> {
  const { heldKey } = ports;
  const held = await heldKey.getValue();
  if (held?.kind === 'closing') return closeVault(ports);
  if (held?.kind !== 'opening') return;
  const reading = await readVaultRecord(await ports.vault.getValue());
  // It was being created, and is not: all there is of the secrets is in memory.
  if (reading.kind === 'absent') return heldKey.setValue(null);
  const opened = reading.kind === 'record' ? await openWithAny(held.keys, reading.record) : undefined;
  if (!opened) return closeVault(ports);
  await ports.spread(mergeContent(opened.content, await ports.collect()));
  await heldKey.setValue({ kind: 'open', keys: held.keys });
}
