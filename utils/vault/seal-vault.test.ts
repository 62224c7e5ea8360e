import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../testing/any-text';
import { CLIENT_SECRET, ISSUED_TOKEN, PASSWORD, PASSWORD_FORM, REFRESH_TOKEN } from '../testing/examples';
import { NEXT_PASSPHRASE, PASSPHRASE, randomBytes } from '../testing/fake-vault';
import { sealText } from './seal-text';
import { openVault, sealVault } from './seal-vault';
import { openWithPassphrase, sealWithPassphrase } from './seal-with-passphrase';
import { buildKdf, CURRENT_ROUNDS, deriveVaultKey } from './vault-key';

const buildKey = (passphrase = PASSPHRASE) => deriveVaultKey(passphrase, buildKdf(randomBytes, 1));
const vaultKey = await buildKey();
const content = { orders: { form: PASSWORD_FORM, token: { ...ISSUED_TOKEN, login: PASSWORD_FORM } } };

it('what is sealed opens again, and only with its passphrase', async () => {
  const record = await sealVault(content, vaultKey, randomBytes);
  expect(await openVault(record, await deriveVaultKey(PASSPHRASE, record.kdf))).toEqual({ ok: true, content });
  expect(await openVault(record, await deriveVaultKey(NEXT_PASSPHRASE, record.kdf))).toEqual({
    ok: false,
    code: 'wrong-passphrase',
  });
});

it('a record shows no secret, and in steps of a kilobyte how much it holds', async () => {
  const [none, one] = await Promise.all([{}, content].map((each) => sealVault(each, vaultKey, randomBytes)));
  const text = JSON.stringify(one);
  for (const secret of [PASSPHRASE, vaultKey.key, PASSWORD, CLIENT_SECRET, REFRESH_TOKEN])
    expect(text).not.toContain(secret);
  const atEdge = await Promise.all([0, 1022, 1023, 1024].map((length) => sealAny('x'.repeat(length))));
  expect(none?.ciphertext).toHaveLength(1388);
  expect(atEdge.map(({ ciphertext }) => ciphertext.length)).toEqual([1388, 1388, 1388, 2752]);
});
const sealAny = (text: string) => sealText(text, { vaultKey, purpose: 'export', randomBytes });

it('the same content is never sealed the same way twice', async () => {
  const records = await Promise.all(Array.from({ length: 50 }, () => sealVault(content, vaultKey, randomBytes)));
  expect(new Set(records.map(({ iv }) => iv)).size).toBe(50);
  expect(new Set(records.map(({ ciphertext }) => ciphertext)).size).toBe(50);
});

it('ids that objects have of their own are kept like any other', async () => {
  const ids = ['__proto__', 'constructor', 'prototype', 'toString'];
  const odd = Object.fromEntries(ids.map((id) => [id, { form: { ...PASSWORD_FORM, password: id } }]));
  const opened = await openVault(await sealVault(odd, vaultKey, randomBytes), vaultKey);
  expect(opened.ok && Object.keys(opened.content).toSorted()).toEqual(ids.toSorted());
});

it('trouble in renewing a token is not kept', async () => {
  const renewal = { failure: { code: 'interrupted' } as const, attempts: 1 };
  const token = { ...ISSUED_TOKEN, renewal };
  const record = await sealVault({ orders: { token } }, vaultKey, randomBytes);
  expect(await openVault(record, vaultKey)).toEqual({ ok: true, content: { orders: { token: ISSUED_TOKEN } } });
});

it('what could not be read back is refused without quoting it', async () => {
  const broken = { orders: { token: { ...ISSUED_TOKEN, issuedAtMs: Number.NaN, access_token: PASSWORD } } };
  const refusal = await Promise.resolve()
    .then(() => sealVault(broken, vaultKey, randomBytes))
    .catch((error: unknown) => String(error));
  expect(refusal).toBe('TypeError: The vault cannot keep what it was given');
});

it('sealed text that is no vault content is damaged, and an export is no vault', async () => {
  const odd = await sealText('{"orders":{}}', { vaultKey, purpose: 'vault', randomBytes });
  expect(await openVault(odd, vaultKey)).toEqual({ ok: false, code: 'damaged' });
  expect(await openVault(await sealAny('[]'), vaultKey)).toEqual({ ok: false, code: 'wrong-passphrase' });
});

it('a passphrase fits however the system composes its characters', async () => {
  const kdf = buildKdf(randomBytes, 1);
  const [composed, decomposed, other] = await Promise.all(
    ['café au lait ①', 'cafe\u0301 au lait 1', 'cafe au lait 1'].map((each) => deriveVaultKey(each, kdf)),
  );
  expect(decomposed).toEqual(composed);
  expect(other).not.toEqual(composed);
});

it('a key is PBKDF2-HMAC-SHA-256 of RFC 7914 §11, and is made with 600,000 rounds or more', async () => {
  const salt = btoa('NaCl');
  const { key } = await deriveVaultKey('Password', { name: 'PBKDF2-SHA256', rounds: 80_000, salt });
  expect(Buffer.from(key, 'base64').toString('hex')).toBe(
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56',
  );
  expect(CURRENT_ROUNDS).toBeGreaterThanOrEqual(600_000);
  expect(buildKdf(randomBytes).rounds).toBe(CURRENT_ROUNDS);
});

it('any text opens as it was sealed with a passphrase', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText({ maxLength: 2000 }).map((text) => text.toWellFormed()),
      async (text) => {
        const sealed: unknown = JSON.parse(
          JSON.stringify(await sealWithPassphrase(text, PASSPHRASE, { randomBytes, rounds: 1 })),
        );
        expect(await openWithPassphrase(sealed, PASSPHRASE)).toEqual({ ok: true, text });
      },
    ),
    { numRuns: 100 },
  );
});

it.each([
  ['another passphrase', (sealed: object) => openWithPassphrase(sealed, NEXT_PASSPHRASE), 'wrong-passphrase'],
  ['a bit of damage', (sealed: object) => openWithPassphrase({ ...sealed, iv: 'A'.repeat(16) }, PASSPHRASE), 'damaged'],
  ['nothing at all', () => openWithPassphrase(undefined, PASSPHRASE), 'damaged'],
])('%s does not open what a passphrase sealed', async (_name, open, code) => {
  const sealed = await sealWithPassphrase('text', PASSPHRASE, { randomBytes, rounds: 1 });
  expect(await open(sealed)).toEqual({ ok: false, code });
});
