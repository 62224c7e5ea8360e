import type { HeldKey, VaultKeeperPorts } from '@/utils/services/vault-keeper-ports';
import type { VaultContent } from '@/utils/vault/vault-content';
import { RECEIVED_AT_MS } from './examples';

export const PASSPHRASE = 'correct horse battery staple';
export const NEXT_PASSPHRASE = 'troubador & three more words';

export const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

interface Disk {
  vault?: unknown;
  copy?: unknown;
  attempts?: unknown;
  aside?: unknown;
}

/** A browser around a vault keeper: a disk, the session's memory, and a background that dies when it is told to. */
export class FakeVault {
  nowMs = RECEIVED_AT_MS;
  disk: Disk = {};
  heldKey: HeldKey | null = null;
  content: VaultContent = {};
  /** The ports that were called, in order. */
  readonly calls: string[] = [];
  /** Everything that was ever written to disk, as text. */
  readonly written: string[] = [];
  /** Ports that fail. */
  readonly failing = new Set<string>();
  #background = 0;
  #callsLeft = Infinity;
  #died = Promise.withResolvers<'died'>();

  /** Resolves when the background dies. */
  get died(): Promise<'died'> {
    return this.#died.promise;
  }

  /** Lets the background die before so many more calls of a port. */
  killAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  restartBrowser(): void {
    this.heldKey = null;
    this.content = {};
  }

  /** What a background that starts now gets; those before it are dead. */
  startBackground(): VaultKeeperPorts {
    this.#background += 1;
    this.#callsLeft = Infinity;
    this.#died = Promise.withResolvers();
    const own = this.#background;
    const call = async <T>(name: string, work: () => T): Promise<T> => {
      await Promise.resolve();
      this.#callsLeft -= 1;
      if (this.#callsLeft < 0) this.#died.resolve('died');
      if (this.#callsLeft < 0 || own !== this.#background) return new Promise<never>(() => {});
      this.calls.push(name);
      if (this.failing.has(name)) throw new Error(`${name} failed`);
      // As storage does it: nobody can change what is stored by changing what was given or got.
      return structuredClone(work());
    };
    const write = (part: Disk): void => {
      this.written.push(JSON.stringify(part));
      this.disk = structuredClone({ ...this.disk, ...part });
    };
    return {
      vault: { getValue: () => call('vault.get', () => this.disk.vault) },
      copy: { getValue: () => call('copy.get', () => this.disk.copy) },
      setBoth: (records) => call('setBoth', () => write(records)),
      setAside: (aside) => call('setAside', () => write({ aside })),
      attempts: {
        getValue: () => call('attempts.get', () => this.disk.attempts),
        setValue: (attempts) => call('attempts.set', () => write({ attempts })),
      },
      heldKey: {
        getValue: () => call('heldKey.get', () => this.heldKey),
        setValue: (heldKey) => call('heldKey.set', () => void (this.heldKey = structuredClone(heldKey))),
      },
      collect: () => call('collect', () => this.content),
      // Profile by profile, so that the background can die half way.
      spread: async (content) => {
        for (const [id, secrets] of Object.entries(content)) {
          await call('spread', () => void (this.content = { ...this.content, [id]: secrets }));
        }
      },
      clear: () => call('clear', () => void (this.content = {})),
      nowMs: () => this.nowMs,
      randomBytes,
      rounds: 1,
    };
  }
}
