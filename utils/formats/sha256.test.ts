import { expect, it } from 'vitest';
import { buildSha256, readHashList } from './sha256';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

it('the hash of FIPS 180-4’s example is what it says', async () => {
  expect(await buildSha256(new TextEncoder().encode('abc'))).toBe(ABC);
});

it('a list of hashes is read by path, also a path with spaces', () => {
  const list = readHashList(`${ABC}  background.js\n${ABC} *a folder/with spaces.js\n`);
  expect([...list]).toEqual([
    ['background.js', ABC],
    ['a folder/with spaces.js', ABC],
  ]);
});

it.each(['', '<!doctype html>', ABC, `${ABC.slice(1)}  short.js`, `${ABC.toUpperCase()}  upper.js`])(
  'what is no line of hash and path is left out: %j',
  (text) => {
    expect(readHashList(text).size).toBe(0);
  },
);
