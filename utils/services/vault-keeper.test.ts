import { beforeEach, describe, expect, it } from 'vitest';
import { CLIENT_SECRET, ISSUED_TOKEN, PASSWORD, PASSWORD_FORM } from '../testing/examples';
import { FakeVault, NEXT_PASSPHRASE, PASSPHRASE } from '../testing/fake-vault';
import { createVaultKeeper, type VaultKeeper } from './vault-keeper';

const ORDERS = { form: PASSWORD_FORM, token: ISSUED_TOKEN };
const RENEWED = { form: PASSWORD_FORM, token: { ...ISSUED_TOKEN, access_token: 'renewed' } };
const unlocking = { passphrase: PASSPHRASE, source: 'vault' } as const;

let world: FakeVault;
let keeper: VaultKeeper;
const countWrites = () => world.calls.filter((name) => name === 'setBoth').length;

beforeEach(async () => {
  world = new FakeVault();
  world.content = { orders: ORDERS };
  keeper = createVaultKeeper(world.startBackground());
});

describe('without a vault', () => {
  it('nothing is kept, opened, changed or locked', async () => {
    expect(await keeper.getStatus()).toEqual({ kind: 'off' });
    expect(await keeper.keep()).toEqual({ kept: false, because: 'locked' });
    expect(await keeper.unlockVault(unlocking)).toEqual({ ok: false, code: 'no-vault' });
    const change = { passphrase: PASSPHRASE, next: NEXT_PASSPHRASE };
    expect(await keeper.changePassphrase(change)).toEqual({ ok: false, code: 'no-vault' });
    await keeper.lockVault();
    expect(world.content).toEqual({ orders: ORDERS });
    expect(world.disk).toEqual({});
  });

  it('one can be made', async () => {
    expect(await keeper.createVault(PASSPHRASE)).toEqual({ ok: true });
  });

  it('none is made with a weak passphrase', async () => {
    await expect(keeper.createVault('short')).rejects.toThrow('too-short');
    expect(world.disk).toEqual({});
  });
});

describe('with a vault', () => {
  beforeEach(async () => {
    await keeper.createVault(PASSPHRASE);
  });

  it('who was logged in is so again after the browser was closed', async () => {
    expect(await keeper.getStatus()).toEqual({ kind: 'unlocked' });
    world.restartBrowser();
    keeper = createVaultKeeper(world.startBackground());
    expect(await keeper.getStatus()).toEqual({ kind: 'locked' });
    expect(await keeper.unlockVault(unlocking)).toEqual({ ok: true });
    expect(world.content).toEqual({ orders: ORDERS });
    expect(await keeper.getStatus()).toEqual({ kind: 'unlocked' });
  });

  it('no other is made over it', async () => {
    const before = structuredClone(world.disk);
    await expect(keeper.createVault(NEXT_PASSPHRASE)).rejects.toThrow('a vault already');
    expect(world.disk).toEqual(before);
  });

  it('a background that starts again goes on keeping', async () => {
    keeper = createVaultKeeper(world.startBackground());
    world.content = { orders: RENEWED };
    expect(await keeper.keep()).toEqual({ kept: true });
    expect(countWrites()).toBe(2);
  });

  it('what has not changed is not written', async () => {
    expect(await keeper.keep()).toEqual({ kept: true });
    expect(countWrites()).toBe(1);
  });

  it('of many changes at once only what runs and one more are written', async () => {
    const keeps = Array.from({ length: 20 }, async (_, index) => {
      world.content = { orders: { token: { ...ISSUED_TOKEN, access_token: `token ${index}` } } };
      return keeper.keep();
    });
    await Promise.all(keeps);
    expect(countWrites()).toBeLessThanOrEqual(3);
    await keeper.lockVault();
    await keeper.unlockVault(unlocking);
    expect(world.content['orders']?.token?.access_token).toBe('token 19');
  });

  it('locking forgets key and secrets, and keeps what changed last', async () => {
    world.content = { orders: RENEWED };
    await Promise.all([keeper.keep(), keeper.lockVault(), keeper.keep()]);
    expect([world.content, world.heldKey]).toEqual([{}, null]);
    await keeper.unlockVault(unlocking);
    expect(world.content).toEqual({ orders: RENEWED });
  });

  it('what is held while it is locked is not kept, and opening brings both together', async () => {
    await keeper.lockVault();
    world.content = { games: RENEWED };
    expect(await keeper.keep()).toEqual({ kept: false, because: 'locked' });
    expect(countWrites()).toBe(1);
    await keeper.unlockVault(unlocking);
    expect(world.content).toEqual({ orders: ORDERS, games: RENEWED });
    world.restartBrowser();
    await createVaultKeeper(world.startBackground()).unlockVault(unlocking);
    expect(world.content).toEqual({ orders: ORDERS, games: RENEWED });
  });

  it('opening writes nothing when nothing came while it was locked', async () => {
    await keeper.lockVault();
    const { attempts: _before, ...before } = structuredClone(world.disk);
    await keeper.unlockVault(unlocking);
    expect(world.disk).toEqual({ ...before, attempts: null });
    expect(countWrites()).toBe(1);
  });

  it('locking it once more forgets what came since', async () => {
    await keeper.lockVault();
    world.content = { games: RENEWED };
    await keeper.lockVault();
    expect(world.content).toEqual({});
  });

  it('locking forgets key and secrets also where the disk has lost the vault', async () => {
    world.disk = {};
    await keeper.lockVault();
    expect([world.content, world.heldKey]).toEqual([{}, null]);
  });

  it('opening it once more changes nothing', async () => {
    world.content = {};
    await keeper.keep();
    await Promise.all([keeper.unlockVault(unlocking), keeper.unlockVault(unlocking)]);
    expect(world.content).toEqual({});
  });

  it('a logout that was kept is one after opening, too', async () => {
    world.content = { orders: { form: PASSWORD_FORM } };
    await keeper.keep();
    await keeper.lockVault();
    await keeper.unlockVault(unlocking);
    expect(world.content).toEqual({ orders: { form: PASSWORD_FORM } });
  });

  it('forgetting it leaves nothing, neither on disk nor in memory', async () => {
    await keeper.forgetVault();
    expect(world.disk).toEqual({ vault: null, copy: null, attempts: null, aside: null });
    expect([world.content, world.heldKey]).toEqual([{}, null]);
    expect(await keeper.getStatus()).toEqual({ kind: 'off' });
  });

  it('nothing that is written shows a secret', async () => {
    world.content = { orders: RENEWED };
    await keeper.keep();
    const written = world.written.join('\n');
    for (const secret of [PASSPHRASE, PASSWORD, CLIENT_SECRET, 'renewed']) expect(written).not.toContain(secret);
  });
});
