import { expect, it } from 'vitest';
import { ISSUED_TOKEN, PASSWORD_FORM } from '../testing/examples';
import { PASSPHRASE, randomBytes } from '../testing/fake-vault';
import { openVault, sealVault } from './seal-vault';
import { buildKdf, deriveVaultKey } from './vault-key';
import { readVaultRecord, withChecksum } from './vault-record';

const vaultKey = await deriveVaultKey(PASSPHRASE, buildKdf(randomBytes, 1));
const record = await sealVault({ orders: { form: PASSWORD_FORM, token: ISSUED_TOKEN } }, vaultKey, randomBytes);

it.each([undefined, null])('%s is no vault', async (stored) => {
  expect(await readVaultRecord(stored)).toEqual({ kind: 'absent' });
});

it.each([
  ['an empty object', {}],
  ['an empty text', ''],
  ['false', false],
  ['zero', 0],
  ['a list', [record]],
  ['a record as text', JSON.stringify(record)],
  ['a record of a later version', { ...record, version: 2 }],
  ['a record with another count of rounds', { ...record, kdf: { ...record.kdf, rounds: 2 } }],
  ['a record that would hang the browser', { ...record, kdf: { ...record.kdf, rounds: 1e12 } }],
  ['a record without a ciphertext', { ...record, ciphertext: '' }],
  ['a record whose base64 was cut', { ...record, ciphertext: record.ciphertext.slice(0, -1) }],
])('%s is damaged, not absent', async (_name, stored) => {
  expect(await readVaultRecord(stored)).toEqual({ kind: 'damaged' });
});

it('a whole record is read as it is', async () => {
  expect(await readVaultRecord(structuredClone(record))).toEqual({ kind: 'record', record });
});

it('one flipped bit anywhere in a record is damage', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const read = async (bit: number): Promise<string> => {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const text = new TextDecoder().decode(flipped);
    let stored: unknown = text;
    try {
      stored = JSON.parse(text);
    } catch {
      // Then storage gives what it can.
    }
    return (await readVaultRecord(stored)).kind;
  };
  const kinds = await Promise.all(Array.from({ length: bytes.length * 8 }, (_, bit) => read(bit)));
  expect(bytes.length).toBeGreaterThan(1500);
  expect(new Set(kinds)).toEqual(new Set(['damaged']));
});

it.each([
  ['count of rounds', { kdf: { ...record.kdf, rounds: 2 } }],
  ['salt', { kdf: { ...record.kdf, salt: buildKdf(randomBytes).salt } }],
  ['IV', { iv: `${record.iv.startsWith('A') ? 'B' : 'A'}${record.iv.slice(1)}` }],
  ['ciphertext', { ciphertext: `${record.ciphertext.startsWith('A') ? 'B' : 'A'}${record.ciphertext.slice(1)}` }],
])('a record whose %s somebody changed, its checksum made to fit, does not open', async (_name, change) => {
  const { checksum: _old, ...unsigned } = { ...record, ...change };
  const forged = await withChecksum(unsigned);
  expect((await readVaultRecord(forged)).kind).toBe('record');
  expect(await openVault(forged, vaultKey)).toEqual({ ok: false, code: 'wrong-passphrase' });
});
