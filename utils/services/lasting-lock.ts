import type { HeldKey, VaultKeeperPorts } from './vault-keeper-ports';

/**
 * The key's item, but once the key was to be taken away it counts as taken, also when the browser refused to: session
 * memory is emptied all the same, and with the key there the empty memory would be kept.
 */
export function withLastingLock(stored: VaultKeeperPorts['heldKey']): VaultKeeperPorts['heldKey'] {
  let isRefused = false;
  return {
    getValue: async (): Promise<HeldKey | null> => (isRefused ? { kind: 'closing' } : stored.getValue()),
    async setValue(heldKey) {
      isRefused ||= heldKey === null || heldKey.kind === 'closing';
      await stored.setValue(heldKey);
      isRefused = false;
    },
  };
}
