/** How an attempt to open the vault, or to change its passphrase, went. */
export type VaultOutcome =
  | { ok: true }
  /** `retryAtMs`: no passphrase is tried before that, in milliseconds since the epoch. */
  | { ok: false; code: 'wrong-passphrase' | 'too-soon'; retryAtMs: number }
  /** Something in it has changed since it was written. `hasCopy`: the last good copy can be opened instead. */
  | { ok: false; code: 'damaged'; hasCopy: boolean }
  | { ok: false; code: 'no-vault' };

/** What the extension's pages may know of the vault. */
export type VaultStatus = { kind: 'off' } | { kind: 'locked' } | { kind: 'unlocked'; trouble?: KeepTrouble };

/**
 * Why what is held now is not in the vault. `foreign`: on disk is another one than was opened; `failed`: it could not be
 * written, as when the disk is full.
 */
export type KeepTrouble = 'damaged' | 'foreign' | 'failed';
