import type { RandomBytes } from '@/utils/vault/bytes';
import type { UnlockAttempts } from '@/utils/vault/unlock-delay';
import type { VaultContent } from '@/utils/vault/vault-content';
import type { VaultKey } from '@/utils/vault/vault-key';
import type { VaultRecord } from '@/utils/vault/vault-record';

/** What session memory knows of the vault's key; null while the vault is locked. */
export type HeldKey =
  /** Open. Several keys while one follows the other: the record on disk tells which of them it is. */
  | { kind: 'open'; keys: readonly VaultKey[] }
  /** Its content is on the way into session memory, which is not to be kept before all of it is there. */
  | { kind: 'opening'; keys: readonly VaultKey[] }
  /** Locked, but session memory may not be empty yet. */
  | { kind: 'closing' };

interface Readable {
  getValue(): Promise<unknown>;
}

/** What the vault keeper needs of the world. */
export interface VaultKeeperPorts {
  /** On disk, as it was read: unchecked. */
  vault: Readable;
  /** The last good copy, likewise. */
  copy: Readable;
  /** Writes both in one call, so that they change together or not at all; null removes. */
  setBoth: (records: { vault: VaultRecord | null; copy: VaultRecord | null }) => Promise<void>;
  /** Keeps a damaged record on disk, out of the way; null forgets what was kept so. */
  setAside: (damaged: unknown) => Promise<void>;
  /** On disk, so that a restart does not make one forget. */
  attempts: Readable & { setValue(attempts: UnlockAttempts | null): Promise<void> };
  /** In session memory: gone when the browser closes. */
  heldKey: { getValue(): Promise<HeldKey | null>; setValue(heldKey: HeldKey | null): Promise<void> };
  /** What session memory holds of all profiles. */
  collect: () => Promise<VaultContent>;
  /** Puts the opened content into session memory and resumes the logins; the same content again changes nothing. */
  spread: (content: VaultContent) => Promise<void>;
  /** Empties session memory of every secret, header rules first. */
  clear: () => Promise<void>;
  nowMs: () => number;
  randomBytes: RandomBytes;
  /** Of the key derivation; CURRENT_ROUNDS but in tests. */
  rounds?: number;
}
