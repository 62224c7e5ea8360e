import { createInTurn } from '@/utils/in-turn';
import type { VaultOutcome, VaultStatus } from '@/utils/messages/vault-outcome';
import { mergeContent } from '@/utils/vault/merge-content';
import { findPassphraseProblem } from '@/utils/vault/passphrase-strength';
import { sealVault } from '@/utils/vault/seal-vault';
import { encodeContent, type VaultContent } from '@/utils/vault/vault-content';
import { buildKdf, CURRENT_ROUNDS, deriveVaultKey, type VaultKey } from '@/utils/vault/vault-key';
import { type KeepOutcome, keepContent, openWithHeld } from './keep-content';
import { closeVault, settleInterruptedTurn } from './close-vault';
import { withLastingLock } from './lasting-lock';
import { tryPassphrase } from './try-passphrase';
import type { VaultKeeperPorts } from './vault-keeper-ports';

export interface VaultKeeper {
  /** Puts a vault around the secrets that are held. Rejects where there is one, and for a passphrase that is too weak. */
  createVault: (passphrase: string) => Promise<VaultOutcome>;
  /**
   * Opens the vault: its content comes into session memory, and with it what came since it was locked.
   * @param asked.source `copy` for the last good copy, where the vault is damaged; the damaged record is set aside
   */
  unlockVault: (asked: { passphrase: string; source: 'vault' | 'copy' }) => Promise<VaultOutcome>;
  /**
   * Keeps the last changes, then forgets the key and every secret. Ends locked also when it rejects because a step failed.
   * Does nothing where there is no vault.
   */
  lockVault: () => Promise<void>;
  /** Seals vault and copy anew; no record on disk opens with the old passphrase after it. */
  changePassphrase: (asked: { passphrase: string; next: string }) => Promise<VaultOutcome>;
  /** Throws away vault, copy and what was set aside, and every secret in memory. */
  forgetVault: () => Promise<void>;
  /** To be called after every change of a secret. Resolves when what is held now is on disk, or with why it is not. */
  keep: () => Promise<KeepOutcome>;
  /** To be called at every start: ends what the background died in. Whatever is asked first does that too. */
  wakeUp: () => Promise<void>;
  getStatus: () => Promise<VaultStatus>;
}

/**
 * Creates the one that keeps the secrets over the browser's end, sealed.
 *
 *            createVault                     lockVault, or the browser closes
 *     off ───────────────► open ◄─────────────────────────────────────────────► locked
 *      ▲                    │  ▲── keep            unlockVault                    │
 *      └────────────────────┴────────────────── forgetVault ──────────────────────┘
 *
 * One operation at a time. Session memory may be kept only while it holds all that the vault holds: the key is there
 * (`open`) after the content came, and is gone (`closing`) before the content goes. So the background may die anywhere;
 * the next turn finds `opening` or `closing` and ends it.
 */
export function createVaultKeeper(given: VaultKeeperPorts): VaultKeeper {
  const ports = { ...given, heldKey: withLastingLock(given.heldKey) };
  const { heldKey, randomBytes, rounds = CURRENT_ROUNDS } = ports;
  const queue = createInTurn();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    queue(async () => {
      await settleInterruptedTurn(ports);
      return work();
    });
  let waitingKeep: Promise<KeepOutcome> | undefined;

  const buildKey = (passphrase: string): Promise<VaultKey> => deriveVaultKey(passphrase, buildKdf(randomBytes, rounds));

  const createVault = async (passphrase: string): Promise<VaultOutcome> => {
    expectStrong(passphrase);
    if (!(await isAbsent(ports))) throw new Error('There is a vault already');
    const vaultKey = await buildKey(passphrase);
    const record = await sealVault(await ports.collect(), vaultKey, randomBytes);
    await heldKey.setValue({ kind: 'opening', keys: [vaultKey] });
    await ports.attempts.setValue(null);
    await ports.setBoth({ vault: record, copy: record });
    await heldKey.setValue({ kind: 'open', keys: [vaultKey] });
    return { ok: true };
  };

  const unlockVault: VaultKeeper['unlockVault'] = async (asked) => {
    const opened = await tryPassphrase(ports, asked);
    if (!opened.ok) return opened;
    const { record, content, damaged } = opened;
    const isOpen = (await openWithHeld(ports, record)) !== undefined;
    if (isOpen && !('damaged' in opened)) return { ok: true };
    // What is open is newer than all of the copy; also in what it no longer holds.
    const collectAll = async (): Promise<VaultContent> => mergeContent(isOpen ? {} : content, await ports.collect());
    const merged = await collectAll();
    const isOutdated = record.kdf.rounds < rounds;
    const vaultKey = isOutdated ? await buildKey(asked.passphrase) : opened.vaultKey;
    if (damaged !== undefined && damaged !== null) await ports.setAside(damaged);
    // On disk before anything else, as a login made while the vault was locked is nowhere but in memory.
    if ('damaged' in opened || isOutdated || encodeContent(merged) !== encodeContent(content)) {
      const vault = await sealVault(merged, vaultKey, randomBytes);
      const copy = isOutdated ? await sealVault(content, vaultKey, randomBytes) : record;
      await ports.setBoth({ vault, copy });
    }
    await heldKey.setValue({ kind: 'opening', keys: [vaultKey] });
    try {
      // Collected again: a login may have ended during the write, and must not be overwritten.
      await ports.spread(await collectAll());
      await heldKey.setValue({ kind: 'open', keys: [vaultKey] });
    } catch (error) {
      await closeVault(ports);
      throw error;
    }
    return { ok: true };
  };

  const changePassphrase: VaultKeeper['changePassphrase'] = async ({ passphrase, next }) => {
    expectStrong(next);
    // What is held and could not be kept must not be lost by this; what could not be read is told below.
    await keepContent(ports);
    const opened = await tryPassphrase(ports, { passphrase, source: 'vault' });
    if (!opened.ok) return opened;
    const { record, content, vaultKey } = opened;
    const isOpen = (await openWithHeld(ports, record)) !== undefined;
    const nextKey = await buildKey(next);
    const vault = await sealVault(content, nextKey, randomBytes);
    if (isOpen) await heldKey.setValue({ kind: 'open', keys: [vaultKey, nextKey] });
    await ports.setBoth({ vault, copy: vault });
    if (isOpen) await heldKey.setValue({ kind: 'open', keys: [nextKey] });
    return { ok: true };
  };

  return {
    createVault: (passphrase) => inTurn(() => createVault(passphrase)),
    unlockVault: (asked) => inTurn(() => unlockVault(asked)),
    changePassphrase: (asked) => inTurn(() => changePassphrase(asked)),

    lockVault: () =>
      queue(async () => {
        // Whatever cannot be read: it is locked, too.
        const isOff = await isNothingToLock(ports).catch(() => false);
        // Without a vault nothing could bring the secrets back.
        if (isOff) return settleInterruptedTurn(ports);
        await closeVault(ports, { before: () => keepContent(ports) });
      }),

    forgetVault: () =>
      queue(() =>
        closeVault(ports, {
          after: async () => {
            await ports.setBoth({ vault: null, copy: null });
            await ports.attempts.setValue(null);
            await ports.setAside(null);
          },
        }),
      ),

    keep() {
      // One that has not begun will collect this change too.
      waitingKeep ??= queue(async () => {
        waitingKeep = undefined;
        await settleInterruptedTurn(ports);
        return keepContent(ports);
      });
      return waitingKeep;
    },

    wakeUp: () => inTurn(async () => {}),

    // Not in turn: a popup that opens must not wait for a key to be derived.
    async getStatus() {
      if (await isAbsent(ports)) return { kind: 'off' };
      return { kind: (await heldKey.getValue())?.kind === 'open' ? 'unlocked' : 'locked' };
    },
  };
}

async function isAbsent({ vault, copy }: VaultKeeperPorts): Promise<boolean> {
  const [ofVault, ofCopy] = await Promise.all([vault.getValue(), copy.getValue()]);
  return (ofVault ?? ofCopy ?? null) === null;
}

async function isNothingToLock(ports: VaultKeeperPorts): Promise<boolean> {
  return (await ports.heldKey.getValue())?.kind !== 'open' && isAbsent(ports);
}

/** The extension's pages check before they ask; this is for one of another version. */
function expectStrong(passphrase: string): void {
  const problem = findPassphraseProblem(passphrase);
  if (problem) throw new TypeError(`Unusable passphrase: ${problem}`);
}
