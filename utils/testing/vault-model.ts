import { createVaultKeeper, type VaultKeeper } from '@/utils/services/vault-keeper';
import type { VaultContent } from '@/utils/vault/vault-content';
import { ISSUED_TOKEN, PASSWORD_FORM } from './examples';
import { FakeVault, NEXT_PASSPHRASE, PASSPHRASE } from './fake-vault';

export type VaultWish = 'keep' | 'lock' | 'unlock' | 'guess' | 'change';

const PROFILES = ['orders', 'games', 'constructor'] as const;
export type ProfileChange = { id: (typeof PROFILES)[number]; what: 'log in' | 'log out' };

/** In every secret, so that it can be looked for on disk. */
const SECRET = 'gX1fBat3bV';
const WHEN_NOT_RIGHT: ReadonlySet<string> = new Set(['wrong-passphrase', 'too-soon']);
const TIME_FOR_ANY_DELAY_MS = 10 * 60_000;

/** By profile: how often it had been changed. A later version is newer. */
type Versions = ReadonlyMap<string, number>;

function readVersions(content: VaultContent): Versions {
  return new Map(
    Object.entries(content).map(([id, { form }]) => [id, Number(form?.client_secret.slice(SECRET.length + 1))]),
  );
}

/** A vault keeper in a browser that dies at random, and what it has promised so far. */
export class VaultModel {
  readonly world = new FakeVault();
  /** What went wrong, in words; empty as long as every promise holds. */
  readonly broken: string[] = [];
  #keeper: VaultKeeper = createVaultKeeper(this.world.startBackground());
  /** What the keeper has said to be on disk. */
  #kept = new Map<string, number>();
  #version = 0;
  #loggedOut = new Set<number>();
  /** Either, after a change of which nobody knows whether it came to its end. */
  #passphrases = [PASSPHRASE];

  async createVault(): Promise<void> {
    this.change({ id: 'orders', what: 'log in' });
    await this.#keeper.createVault(PASSPHRASE);
    this.#promise(readVersions(this.world.content));
  }

  change({ id, what }: ProfileChange): void {
    // A logout needs a token, and what is not open holds none of those in the vault.
    if (what === 'log out' && this.world.heldKey?.kind !== 'open') return;
    this.#version += 1;
    if (what === 'log out') this.#loggedOut.add(this.#version);
    const secret = `${SECRET} ${this.#version}`;
    const form = { ...PASSWORD_FORM, client_secret: secret };
    const token = { ...ISSUED_TOKEN, access_token: secret };
    this.world.content = { ...this.world.content, [id]: what === 'log in' ? { form, token } : { form } };
  }

  /** Asks for all of these at once; the background dies before so many calls of a port, if it comes that far. */
  async ask(wishes: readonly VaultWish[], killAfter: number | undefined): Promise<void> {
    this.world.nowMs += TIME_FOR_ANY_DELAY_MS;
    if (killAfter !== undefined) this.world.killAfter(killAfter);
    const all = Promise.all(wishes.map((wish) => this.#ask(wish)));
    if ((await Promise.race([all, this.world.died])) === 'died') await this.#restart();
    this.check();
  }

  async restartBrowser(): Promise<void> {
    this.world.restartBrowser();
    await this.#restart();
  }

  /** What must hold whenever nothing is under way. */
  check(): void {
    const { world } = this;
    const state = world.heldKey?.kind;
    if (state === 'opening' || state === 'closing') this.broken.push(`left ${state}`);
    if (state === 'open') this.#expectAllKept('open');
    for (const text of world.written) {
      if (text.includes(SECRET) || this.#passphrases.some((each) => text.includes(each)))
        this.broken.push('a secret on disk');
    }
  }

  /** The last word: after a restart of the browser the passphrase opens all that was promised. */
  async checkReopening(): Promise<void> {
    await this.restartBrowser();
    this.world.nowMs += TIME_FOR_ANY_DELAY_MS;
    await this.#ask('unlock');
    if (this.world.heldKey?.kind !== 'open') this.broken.push('it does not open any more');
    this.check();
  }

  async #restart(): Promise<void> {
    this.#keeper = createVaultKeeper(this.world.startBackground());
    await this.#keeper.wakeUp();
  }

  async #ask(wish: VaultWish): Promise<void> {
    const before = readVersions(this.world.content);
    const wasOpen = this.world.heldKey?.kind === 'open';
    if (wish === 'keep') {
      // What came while it was locked may be forgotten by a lock that was asked for before.
      if ((await this.#keeper.keep()).kept && wasOpen) this.#promise(before);
    } else if (wish === 'lock') {
      await this.#keeper.lockVault();
      if (wasOpen) this.#promise(before);
    } else if (wish === 'guess') {
      const outcome = await this.#keeper.unlockVault({ passphrase: 'not the passphrase', source: 'vault' });
      if (outcome.ok || !WHEN_NOT_RIGHT.has(outcome.code)) this.broken.push('a guess was right');
    } else if (wish === 'unlock') {
      await this.#unlock();
    } else await this.#changePassphrase();
  }

  async #unlock(): Promise<void> {
    for (const passphrase of this.#passphrases) {
      const outcome = await this.#keeper.unlockVault({ passphrase, source: 'vault' });
      if (outcome.ok || outcome.code === 'too-soon') return;
      this.world.nowMs += TIME_FOR_ANY_DELAY_MS;
      if (outcome.code !== 'wrong-passphrase') this.broken.push(`it is ${outcome.code}`);
    }
    this.broken.push('no passphrase opens it');
  }

  async #changePassphrase(): Promise<void> {
    const [passphrase = PASSPHRASE, other] = this.#passphrases;
    // Which of both it is must be known before it is changed once more.
    if (other !== undefined) return;
    const next = passphrase === PASSPHRASE ? NEXT_PASSPHRASE : PASSPHRASE;
    this.#passphrases = [passphrase, next];
    const outcome = await this.#keeper.changePassphrase({ passphrase, next });
    if (outcome.ok) this.#passphrases = [next];
  }

  #promise(versions: Versions): void {
    for (const [id, version] of versions) this.#kept.set(id, Math.max(version, this.#kept.get(id) ?? 0));
  }

  #expectAllKept(when: string): void {
    const { content } = this.world;
    const versions = readVersions(content);
    for (const [id, version] of this.#kept) {
      const found = versions.get(id) ?? 0;
      if (found < version) this.broken.push(`${when}: ${id} is ${found}, was promised as ${version}`);
    }
    for (const [id, version] of versions) {
      const hasToken = Object.hasOwn(content, id) && content[id]?.token !== undefined;
      if (hasToken === this.#loggedOut.has(version)) this.broken.push(`${when}: ${id} is not as it was left`);
    }
  }
}
