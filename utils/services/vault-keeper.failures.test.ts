import { beforeEach, expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { FakeVault, PASSPHRASE } from '../testing/fake-vault';
import { createVaultKeeper, type VaultKeeper } from './vault-keeper';

const ORDERS = { form: PASSWORD_FORM, token: ISSUED_TOKEN };
const RENEWED = { token: { ...ISSUED_TOKEN, access_token: 'renewed' } };
const unlocking = { passphrase: PASSPHRASE, source: 'vault' } as const;

let world: FakeVault;
let keeper: VaultKeeper;

beforeEach(async () => {
  world = new FakeVault();
  world.content = { orders: ORDERS };
  keeper = createVaultKeeper(world.startBackground());
  await keeper.createVault(PASSPHRASE);
});

it.each(['heldKey.get', 'vault.get', 'setBoth', 'collect'])(
  'locking locks though %s fails, and says so',
  async (port) => {
    world.content = { orders: RENEWED };
    world.failing.add(port);
    await expect(keeper.lockVault()).rejects.toThrow(`${port} failed`);
    expect([world.content, world.heldKey]).toEqual([{}, null]);
  },
);

it('locking takes the key away though memory cannot be emptied, and the next turn empties it', async () => {
  world.failing.add('clear');
  await expect(keeper.lockVault()).rejects.toThrow('clear failed');
  expect(world.heldKey).toEqual({ kind: 'closing' });
  expect(await keeper.getStatus()).toEqual({ kind: 'locked' });
  world.failing.clear();
  await createVaultKeeper(world.startBackground()).wakeUp();
  expect([world.content, world.heldKey]).toEqual([{}, null]);
});

it('locking empties memory though the key cannot be taken away, and the empty memory is never kept', async () => {
  world.failing.add('heldKey.set');
  await expect(keeper.lockVault()).rejects.toThrow('heldKey.set failed');
  expect(world.content).toEqual({});
  expect(await keeper.getStatus()).toEqual({ kind: 'locked' });
  await expect(keeper.keep()).rejects.toThrow('heldKey.set failed');
  world.failing.clear();
  expect(await keeper.keep()).toEqual({ kept: false, because: 'locked' });
  await keeper.unlockVault(unlocking);
  expect(world.content).toEqual({ orders: ORDERS });
});

it('opening that fails half way ends locked and can be tried again', async () => {
  await keeper.lockVault();
  world.failing.add('spread');
  await expect(keeper.unlockVault(unlocking)).rejects.toThrow('spread failed');
  expect([world.content, world.heldKey]).toEqual([{}, null]);
  world.failing.clear();
  expect(await keeper.unlockVault(unlocking)).toEqual({ ok: true });
  expect(world.content).toEqual({ orders: ORDERS });
});

it('a vault that cannot be written when it is made is none, and costs no secret', async () => {
  world = new FakeVault();
  world.content = { orders: ORDERS };
  world.failing.add('setBoth');
  keeper = createVaultKeeper(world.startBackground());
  await expect(keeper.createVault(PASSPHRASE)).rejects.toThrow('setBoth failed');
  await keeper.lockVault();
  expect(await keeper.getStatus()).toEqual({ kind: 'off' });
  expect([world.content, world.heldKey]).toEqual([{ orders: ORDERS }, null]);
});

it('a write that failed does not stop the next', async () => {
  world.content = { orders: RENEWED };
  world.failing.add('setBoth');
  await expect(keeper.keep()).rejects.toThrow('setBoth failed');
  world.failing.clear();
  expect(await keeper.keep()).toEqual({ kept: true });
  world.restartBrowser();
  await createVaultKeeper(world.startBackground()).unlockVault(unlocking);
  expect(world.content).toEqual({ orders: RENEWED });
});
