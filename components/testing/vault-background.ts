import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { VaultOutcome, VaultStatus } from '@/utils/messages/vault-outcome';
import { buildEvent } from '@/utils/testing/fake-apis';

/** Gives `fakeBrowser` a vault in this state. */
export async function storeVault(kind: VaultStatus['kind']): Promise<void> {
  const { local, session } = fakeBrowser.storage;
  await (kind === 'off' ? local.remove('vault') : local.set({ vault: 'sealed' }));
  await (kind === 'unlocked' ? session.set({ heldKey: { kind: 'open', keys: [] } }) : session.remove('heldKey'));
}

/** Gives `fakeBrowser` a background that notes what it is asked, and whose vault answers `outcome`; 'silent' for none. */
export function installVault() {
  const vault = { asked: [] as unknown[], outcome: { ok: true } as VaultOutcome | 'silent' };
  type Answer = (answer?: { res: VaultOutcome }) => void;
  const sendMessage = ({ type, data }: { type: string; data?: unknown }, answer: Answer): void => {
    vault.asked.push(data === undefined ? type : [type, data]);
    if (vault.outcome === 'silent') answer();
    else answer({ res: vault.outcome });
  };
  Object.assign(fakeBrowser.runtime, { sendMessage });
  return vault;
}

/** Gives `fakeBrowser` this shortcut for locking. */
export function installShortcut(shortcut: string): void {
  const getAll = async () => [{ name: 'lock-vault', shortcut }];
  Object.assign(fakeBrowser, { commands: { getAll, onCommand: buildEvent<string>() } });
}

/** Gives `fakeBrowser` this policy. */
export function installPolicy(policy: object): void {
  const managed = { get: async () => policy, onChanged: buildEvent<object>() };
  Object.assign(fakeBrowser.storage, { managed });
}
