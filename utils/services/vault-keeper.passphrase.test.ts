import { beforeEach, describe, expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { FakeVault, NEXT_PASSPHRASE, PASSPHRASE } from '../testing/fake-vault';
import { createVaultKeeper, type VaultKeeper } from './vault-keeper';

const BEFORE = { orders: { form: PASSWORD_FORM } };
const AFTER = { orders: { form: PASSWORD_FORM, token: ISSUED_TOKEN } };
const unlocking = { passphrase: PASSPHRASE, source: 'vault' } as const;
const guessing = { passphrase: 'not the passphrase', source: 'vault' } as const;

let world: FakeVault;
let keeper: VaultKeeper;
const restart = () => {
  world.restartBrowser();
  keeper = createVaultKeeper(world.startBackground());
};
const damageVault = () => {
  world.disk.vault = { ...Object(world.disk.vault), iv: 'A'.repeat(16) };
};

beforeEach(async () => {
  world = new FakeVault();
  world.content = BEFORE;
  keeper = createVaultKeeper(world.startBackground());
  await keeper.createVault(PASSPHRASE);
  world.content = AFTER;
  await keeper.keep();
});

describe('a wrong passphrase', () => {
  beforeEach(restart);

  it('is told, and after two in a row slows down over restarts; then not even the right one is tried', async () => {
    const now = world.nowMs;
    expect(await keeper.unlockVault(guessing)).toEqual({ ok: false, code: 'wrong-passphrase', retryAtMs: now });
    expect(await keeper.unlockVault(guessing)).toEqual({ ok: false, code: 'wrong-passphrase', retryAtMs: now });
    expect(await keeper.unlockVault(guessing)).toEqual({ ok: false, code: 'wrong-passphrase', retryAtMs: now + 1000 });
    restart();
    expect(await keeper.unlockVault(unlocking)).toEqual({ ok: false, code: 'too-soon', retryAtMs: now + 1000 });
    world.nowMs += 1000;
    expect(await keeper.unlockVault(unlocking)).toEqual({ ok: true });
    expect(world.disk.attempts).toBeNull();
  });

  it('counts also for who asks many at once, or wants to change it', async () => {
    const guess = { passphrase: 'not the passphrase', next: NEXT_PASSPHRASE };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => keeper.changePassphrase(guess)));
    expect(outcomes.filter((each) => !each.ok && each.code === 'wrong-passphrase')).toHaveLength(3);
    expect(outcomes.filter((each) => !each.ok && each.code === 'too-soon')).toHaveLength(7);
  });

  it('is counted before anybody knows whether it is wrong', async () => {
    // Before the sixth call, which takes back the count of one that was right.
    world.killAfter(5);
    void keeper.unlockVault(unlocking);
    await world.died;
    expect(world.calls.at(-1)).toBe('attempts.set');
    expect(world.disk.attempts).toMatchObject({ count: 1 });
  });

  it('opens nothing and changes nothing but the count', async () => {
    const { attempts: _none, ...before } = structuredClone(world.disk);
    await keeper.unlockVault(guessing);
    expect(world.disk).toEqual({ ...before, attempts: { count: 1, lastAtMs: world.nowMs } });
    expect([world.content, world.heldKey]).toEqual([{}, null]);
  });
});

describe('after a change of the passphrase', () => {
  const change = { passphrase: PASSPHRASE, next: NEXT_PASSPHRASE };

  it.each(['open', 'locked'] as const)('of a vault that is %s only the new one opens it', async (kind) => {
    if (kind === 'locked') await keeper.lockVault();
    expect(await keeper.changePassphrase(change)).toEqual({ ok: true });
    expect(await keeper.getStatus()).toEqual({ kind: kind === 'open' ? 'unlocked' : 'locked' });
    restart();
    expect(await keeper.unlockVault(unlocking)).toMatchObject({ code: 'wrong-passphrase' });
    expect(await keeper.unlockVault({ ...unlocking, passphrase: NEXT_PASSPHRASE })).toEqual({ ok: true });
    expect(world.content).toEqual(AFTER);
  });

  it('the old one does not open the copy either', async () => {
    await keeper.changePassphrase(change);
    restart();
    damageVault();
    const asked = { source: 'copy' } as const;
    expect(await keeper.unlockVault({ ...asked, passphrase: PASSPHRASE })).toMatchObject({ code: 'wrong-passphrase' });
    expect(await keeper.unlockVault({ ...asked, passphrase: NEXT_PASSPHRASE })).toEqual({ ok: true });
  });

  it('what is open goes on being kept, with what had not been kept before it', async () => {
    world.content = { ...AFTER, games: BEFORE.orders };
    await keeper.changePassphrase(change);
    world.content = { ...world.content, shop: BEFORE.orders };
    expect(await keeper.keep()).toEqual({ kept: true });
    restart();
    await keeper.unlockVault({ ...unlocking, passphrase: NEXT_PASSPHRASE });
    expect(Object.keys(world.content).toSorted()).toEqual(['games', 'orders', 'shop']);
  });

  it('what is open is still kept when the background died in it, before or after the write', async () => {
    const start = world.calls.length;
    await keeper.changePassphrase(change);
    const write = world.calls.slice(start).indexOf('setBoth');
    for (const calls of [write, write + 1]) {
      world = new FakeVault();
      world.content = BEFORE;
      keeper = createVaultKeeper(world.startBackground());
      await keeper.createVault(PASSPHRASE);
      await keeper.keep();
      world.killAfter(calls);
      void keeper.changePassphrase(change);
      await world.died;
      expect(world.calls.filter((name) => name === 'setBoth')).toHaveLength(calls === write ? 1 : 2);
      world.content = AFTER;
      expect(await createVaultKeeper(world.startBackground()).keep()).toEqual({ kept: true });
    }
  });

  it('what had not been kept before it is kept by it', async () => {
    world.content = { ...AFTER, games: BEFORE.orders };
    await keeper.changePassphrase(change);
    restart();
    await keeper.unlockVault({ ...unlocking, passphrase: NEXT_PASSPHRASE });
    expect(Object.keys(world.content).toSorted()).toEqual(['games', 'orders']);
  });

  it('a weak one is refused', async () => {
    await expect(keeper.changePassphrase({ ...change, next: 'aaaaaaaaaaaaaaaa' })).rejects.toThrow('too-uniform');
  });
});

it('a vault sealed with fewer rounds opens, and vault and copy are sealed with more', async () => {
  restart();
  keeper = createVaultKeeper({ ...world.startBackground(), rounds: 3 });
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: true });
  expect(world.disk).toMatchObject({ vault: { kdf: { rounds: 3 } }, copy: { kdf: { rounds: 3 } } });
  world.content = { ...AFTER, games: BEFORE.orders };
  expect(await keeper.keep()).toEqual({ kept: true });
  restart();
  damageVault();
  expect(await keeper.unlockVault({ ...unlocking, source: 'copy' })).toEqual({ ok: true });
  expect(world.content).toEqual(AFTER);
});
