import { beforeEach, expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { FakeVault, NEXT_PASSPHRASE, PASSPHRASE, randomBytes } from '../testing/fake-vault';
import { sealText } from '@/utils/vault/seal-text';
import { createVaultKeeper, type VaultKeeper } from './vault-keeper';

const BEFORE = { orders: { form: PASSWORD_FORM, token: ISSUED_TOKEN } };
const AFTER = { orders: { form: PASSWORD_FORM, token: { ...ISSUED_TOKEN, access_token: 'renewed' } } };
const unlocking = { passphrase: PASSPHRASE, source: 'vault' } as const;
const fromCopy = { passphrase: PASSPHRASE, source: 'copy' } as const;

let world: FakeVault;
let keeper: VaultKeeper;

/** Flips a bit of the ciphertext, as it lies on disk. */
function damage(which: 'vault' | 'copy'): void {
  const record = structuredClone(world.disk[which]);
  if (typeof record !== 'object' || record === null || !('ciphertext' in record)) throw new Error('no record');
  const text = String(record.ciphertext);
  world.disk[which] = { ...record, ciphertext: String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1) };
}

beforeEach(async () => {
  world = new FakeVault();
  world.content = BEFORE;
  keeper = createVaultKeeper(world.startBackground());
  await keeper.createVault(PASSPHRASE);
  world.content = AFTER;
  await keeper.keep();
});

it('damage is told, with or without a copy to open instead, and nothing is touched', async () => {
  await keeper.lockVault();
  damage('vault');
  const before = structuredClone(world.disk);
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: false, code: 'damaged', hasCopy: true });
  damage('copy');
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: false, code: 'damaged', hasCopy: false });
  expect(world.disk).toEqual({ ...before, copy: world.disk.copy });
  expect(await keeper.getStatus()).toEqual({ kind: 'locked' });
});

it('the copy holds what was before the last write, and the damaged record is set aside', async () => {
  await keeper.lockVault();
  damage('vault');
  const damaged = world.disk.vault;
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: true });
  expect(world.content).toEqual(BEFORE);
  expect(world.disk.aside).toEqual(damaged);
  world.restartBrowser();
  expect(await createVaultKeeper(world.startBackground()).unlockVault(unlocking)).toEqual({ ok: true });
});

it('damage takes nothing back of what was counted against a guesser', async () => {
  await keeper.lockVault();
  await keeper.unlockVault({ passphrase: NEXT_PASSPHRASE, source: 'vault' });
  const { attempts } = structuredClone(world.disk);
  damage('vault');
  await keeper.unlockVault(unlocking);
  await keeper.changePassphrase({ passphrase: PASSPHRASE, next: NEXT_PASSPHRASE });
  damage('copy');
  await keeper.unlockVault(fromCopy);
  expect(world.disk.attempts).toEqual(attempts);
  expect(attempts).toMatchObject({ count: 1 });
});

it('a vault without its copy opens, and when it is damaged there is none to open instead', async () => {
  await keeper.lockVault();
  delete world.disk.copy;
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: true });
  await keeper.lockVault();
  damage('vault');
  delete world.disk.copy;
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: false, code: 'damaged', hasCopy: false });
});

it('a vault that opens to something unreadable is damaged, and its copy is opened only on demand', async () => {
  const held = world.heldKey;
  if (held?.kind !== 'open' || !held.keys[0]) throw new Error('not open');
  await keeper.lockVault();
  world.disk.vault = await sealText('no content', { vaultKey: held.keys[0], purpose: 'vault', randomBytes });
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: false, code: 'damaged', hasCopy: true });
  expect(world.content).toEqual({});
  const { copy } = structuredClone(world.disk);
  delete world.disk.copy;
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: false, code: 'damaged', hasCopy: false });
  world.disk.copy = copy;
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: true });
  expect(world.content).toEqual(BEFORE);
});

it('the copy takes the place of nothing before the passphrase has opened it', async () => {
  await keeper.lockVault();
  damage('vault');
  const { vault, copy } = structuredClone(world.disk);
  const wrong = await keeper.unlockVault({ passphrase: NEXT_PASSPHRASE, source: 'copy' });
  expect(wrong).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  expect(world.disk).toMatchObject({ vault, copy });
  expect(world.disk.aside).toBeUndefined();
});

it('the copy, which is older, is not opened where the vault is whole', async () => {
  await keeper.lockVault();
  await keeper.unlockVault(fromCopy);
  expect(world.content).toEqual(AFTER);
});

it('a vault that is gone while its copy is there was lost, not forgotten', async () => {
  await keeper.lockVault();
  delete world.disk.vault;
  expect(await keeper.getStatus()).toEqual({ kind: 'locked' });
  await expect(keeper.createVault(PASSPHRASE)).rejects.toThrow('a vault already');
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: false, code: 'damaged', hasCopy: true });
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: true });
  expect(world.content).toEqual(BEFORE);
});

it.each([[undefined], [null]])('of a vault that is gone (%s) nothing is set aside', async (gone) => {
  await keeper.lockVault();
  world.disk.vault = gone;
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: true });
  expect(world.calls).not.toContain('setAside');
});

it('an open vault that was damaged, lost or exchanged on disk is not written over', async () => {
  const { vault, copy } = structuredClone(world.disk);
  const other = new FakeVault();
  await createVaultKeeper(other.startBackground()).createVault(PASSPHRASE);
  const keepOver = async (stored: unknown) => {
    world.disk = { vault: stored, copy };
    world.content = BEFORE;
    const outcome = await keeper.keep();
    expect(world.disk).toEqual({ vault: stored, copy });
    return outcome;
  };
  expect(await keepOver({ ...Object(vault), iv: 'A'.repeat(16) })).toEqual({ kept: false, because: 'damaged' });
  expect(await keepOver(undefined)).toEqual({ kept: false, because: 'damaged' });
  expect(await keepOver(other.disk.vault)).toEqual({ kept: false, because: 'foreign' });
  // The same, but for a disk that is as it should be: then it is written.
  world.disk = { vault, copy };
  expect(await keeper.keep()).toEqual({ kept: true });
  expect(world.disk.vault).not.toEqual(vault);
});

it('while the vault is open the copy repairs it, and what is open stays', async () => {
  damage('vault');
  world.content = { games: AFTER.orders };
  expect(await keeper.unlockVault(fromCopy)).toEqual({ ok: true });
  expect(world.content).toEqual({ games: AFTER.orders });
  world.restartBrowser();
  await createVaultKeeper(world.startBackground()).unlockVault(unlocking);
  expect(world.content).toEqual({ games: AFTER.orders });
});
