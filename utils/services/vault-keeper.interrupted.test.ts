import { beforeEach, expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { FakeVault, PASSPHRASE } from '../testing/fake-vault';
import { createVaultKeeper } from './vault-keeper';

const CONTENT = { orders: { form: PASSWORD_FORM, token: ISSUED_TOKEN }, games: { form: PASSWORD_FORM } };
const unlocking = { passphrase: PASSPHRASE, source: 'vault' } as const;

let world: FakeVault;
const restart = () => createVaultKeeper(world.startBackground());
/** A background that dies as soon as it has said that it opens the vault. */
async function dieOpening(): Promise<void> {
  const keeper = restart();
  const start = world.calls.length;
  await keeper.unlockVault(unlocking);
  const opening = world.calls.slice(start).indexOf('heldKey.set');
  world.restartBrowser();
  const dying = restart();
  world.killAfter(opening + 1);
  void dying.unlockVault(unlocking);
  await world.died;
}

beforeEach(async () => {
  world = new FakeVault();
  world.content = CONTENT;
  await restart().createVault(PASSPHRASE);
  world.restartBrowser();
});

it('a vault whose background died while it opened is opened by the next, with what came meanwhile', async () => {
  await dieOpening();
  expect([world.heldKey?.kind, world.content]).toEqual(['opening', {}]);
  world.content = { shop: { form: PASSWORD_FORM } };
  const keeper = restart();
  await keeper.wakeUp();
  expect(world.content).toEqual({ ...CONTENT, shop: { form: PASSWORD_FORM } });
  expect([await keeper.getStatus(), await keeper.keep()]).toEqual([{ kind: 'unlocked' }, { kept: true }]);
});

it.each([
  ['damaged', () => 'no record'],
  ['exchanged', (other: FakeVault) => other.disk.vault],
])('a vault that was %s since is locked, and memory is emptied', async (_case, getStored) => {
  const other = new FakeVault();
  await createVaultKeeper(other.startBackground()).createVault(PASSPHRASE);
  await dieOpening();
  world.content = { shop: { form: PASSWORD_FORM } };
  world.disk.vault = getStored(other);
  await restart().wakeUp();
  expect([world.content, world.heldKey]).toEqual([{}, null]);
});

it('a vault whose background died when it was just made is open, and nothing is lost', async () => {
  world = new FakeVault();
  await restart().createVault(PASSPHRASE);
  const written = world.calls.indexOf('setBoth');
  world = new FakeVault();
  world.content = CONTENT;
  const dying = restart();
  world.killAfter(written + 1);
  void dying.createVault(PASSPHRASE);
  await world.died;
  const keeper = restart();
  await keeper.wakeUp();
  expect([world.content, await keeper.getStatus()]).toEqual([CONTENT, { kind: 'unlocked' }]);
});

it('a vault whose background died before it was made is none, and nothing is lost', async () => {
  await dieOpening();
  const { heldKey } = world;
  world = new FakeVault();
  Object.assign(world, { heldKey, content: CONTENT });
  const keeper = restart();
  await keeper.wakeUp();
  expect([world.content, world.heldKey, await keeper.getStatus()]).toEqual([CONTENT, null, { kind: 'off' }]);
});
