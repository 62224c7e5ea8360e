import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInFolder } from '../support/find-in-folder.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API, SIBLING } from '../support/hosts.ts';
import { callFrom } from '../support/page-calls.ts';
import type { Popup } from '../support/popup.ts';
import { addProfile } from '../support/profiles.ts';
import { waitUntil } from '../support/wait-until.ts';

const PASSPHRASE = 'four short words here';
const ADA = { grant: 'password', client_id: 'knetik', username: 'ada', password: 'demo' } as const;
const SERVER = { grant: 'client_credentials', client_id: 'game-server', client_secret: 'demo-secret' } as const;

let harness: Harness;
let popup: Popup;

beforeAll(async () => {
  harness = await startTestHarness();
  popup = await harness.openPopup();
});
afterAll(() => harness?.close());

const me = async (origin: string): Promise<number | string> => {
  const page = await harness.openPage(`${origin}/blank`);
  const status = await callFrom(page, { via: 'fetch', url: '/me' });
  await page.close();
  return status;
};

async function readSecrets(): Promise<string[]> {
  const { tokenStates = {} } = (await popup.readStorage('session')) as {
    tokenStates?: Record<string, { token?: { access_token: string; refresh_token?: string } }>;
  };
  const tokens = Object.values(tokenStates).flatMap(({ token }) => [token?.access_token, token?.refresh_token]);
  return [...tokens, 'demo-secret', PASSPHRASE].filter((secret) => secret !== undefined);
}

async function unlock(passphrase: string): Promise<void> {
  await popup.page.bringToFront();
  const field = await popup.page.waitForSelector('input[name="passphrase"]');
  await field?.click({ count: 3 });
  await field?.type(passphrase);
  await field?.press('Enter');
}

describe('With a vault', () => {
  it('logins outlive the browser: after its restart the passphrase brings all of them back without a click', async () => {
    await popup.logIn(ADA);
    await addProfile(popup);
    await popup.logIn({ base_url: SIBLING, ...SERVER });
    expect(await popup.ask('createVault', PASSPHRASE)).toEqual({ res: { ok: true } });
    await waitUntil('the vault is on disk', async () => 'vault' in (await popup.readStorage('local')));

    harness = await harness.restart();
    popup = await harness.openPopup();
    await popup.waitForText('The vault is locked.');
    expect(await me(API)).toBe(401);
    await unlock(PASSPHRASE);
    await popup.waitForText('Log out');
    await waitUntil('both are logged in', async () => (await me(API)) === 200 && (await me(SIBLING)) === 200);
  });

  it('a lock acts within a second: no page sends a token, and no secret is left in memory', async () => {
    const secrets = await readSecrets();
    await popup.press('Lock');
    const begunMs = Date.now();
    await popup.waitForText('The vault is locked.');
    await waitUntil('it is over', async () => (await popup.readToken()) === undefined);
    expect(Date.now() - begunMs).toBeLessThan(1000);
    expect([await me(API), await me(SIBLING)]).toEqual([401, 401]);
    const left = JSON.stringify([await popup.readStorage('session'), await popup.readStorage('local')]);
    for (const secret of secrets) expect(left).not.toContain(secret);
  });

  it('a wrong passphrase opens nothing, and the right one still does', async () => {
    await unlock('not the passphrase');
    await popup.waitForText('This is not the passphrase.');
    expect(await me(API)).toBe(401);
    await unlock(PASSPHRASE);
    await popup.waitForText('Log out');
    await waitUntil('it is logged in', async () => (await me(API)) === 200);
  });

  it('nothing secret is on disk, whether it is open or locked', async () => {
    const secrets = await readSecrets();
    expect(secrets.length).toBeGreaterThan(3);
    const scan = () => findInFolder(harness.profilePath, secrets);
    expect(await scan()).toEqual([]);
    await popup.press('Lock');
    await popup.waitForText('The vault is locked.');
    expect(await scan()).toEqual([]);
    expect(await findInFolder(harness.profilePath, ['PBKDF2-SHA256'])).not.toEqual([]);
  });

  it('one flipped bit is told, nothing is replaced, and the last good copy opens', async () => {
    await popup.page.evaluate(async () => {
      const api = (globalThis as unknown as { browser: typeof browser }).browser;
      const { vault } = (await api.storage.local.get('vault')) as { vault: { ciphertext: string } };
      const ciphertext = (vault.ciphertext.startsWith('A') ? 'B' : 'A') + vault.ciphertext.slice(1);
      await api.storage.local.set({ vault: { ...vault, ciphertext } });
    });
    const { vault: damaged } = await popup.readStorage('local');
    await unlock(PASSPHRASE);
    await popup.waitForText('The vault is damaged');
    expect((await popup.readStorage('local'))['vault']).toEqual(damaged);
    await popup.press('Use the last good copy');
    await popup.waitForText('Log out');
    await waitUntil('it is logged in', async () => (await me(API)) === 200);
    expect(JSON.stringify(await popup.readStorage('local'))).toContain(JSON.stringify(damaged));
  });

  it('a machine that slept for an hour finds it locked when it wakes', async () => {
    await popup.page.evaluate(async () => {
      await browser.storage.session.set({ lastActiveMs: Date.now() - 60 * 60_000 });
    });
    await harness.stopBackground();
    await popup.ask('wakeUp', null);
    await popup.waitForText('The vault is locked.');
    expect(await me(API)).toBe(401);
  });

  it('only the new passphrase opens it after a change', async () => {
    const next = 'and now four others';
    expect(await popup.ask('changePassphrase', { passphrase: PASSPHRASE, next })).toEqual({ res: { ok: true } });
    await unlock(PASSPHRASE);
    await popup.waitForText('This is not the passphrase.');
    await unlock(next);
    await popup.waitForText('Log out');
    await waitUntil('it is logged in', async () => (await me(API)) === 200);
  });

  it('what is forgotten is gone: the logins, the vault and its copies', async () => {
    await popup.ask('forgetVault', null);
    await popup.waitForText('Get token');
    expect(await me(API)).toBe(401);
    const local = JSON.stringify(await popup.readStorage('local'));
    expect(local).not.toContain('PBKDF2-SHA256');
    expect(local).toContain('profile:');
  });
});

/** In the extension's own pages. */
declare const browser: {
  storage: Record<'local' | 'session', { get(key: string): Promise<object>; set(items: object): Promise<void> }>;
};
