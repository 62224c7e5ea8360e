// @vitest-environment node
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findDifferentFile } from './compare-releases.ts';
import { readZip } from './read-zip.ts';

/** A zip with only those of its fields filled in that are read. */
function buildZip(files: Readonly<Record<string, string>>): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = deflateRawSync(text);
    const [local, central, path] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.from(name)];
    local.writeUInt16LE(path.length, 26);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, path, content);
    directory.push(central, path);
    offset += 30 + path.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const BUILT = { SHA256SUMS: 'a', 'background.js': 'run()', 'ünï.txt': 'grüße' };

it('the files of a zip are read with their names', () => {
  const files = [...readZip(buildZip(BUILT))].map(([name, content]) => [name, content.toString()]);
  expect(Object.fromEntries(files)).toEqual(BUILT);
});

it.each([
  ['changed', { ...BUILT, SHA256SUMS: 'b', 'background.js': 'walk()' }, 'background.js'],
  ['missing', { SHA256SUMS: 'b', 'ünï.txt': 'grüße' }, 'background.js'],
  ['new', { ...BUILT, SHA256SUMS: 'b', 'new.js': '' }, 'new.js'],
])('a file that is %s is named, not the list of hashes', (_how, files, name) => {
  expect(findDifferentFile(buildZip(BUILT), buildZip(files))).toBe(name);
});

it('where all files are the same, it is the zip itself that differs', () => {
  expect(findDifferentFile(buildZip(BUILT), buildZip(BUILT))).toBe('how the zip was written');
});

it('what is no zip is refused', () => {
  expect(() => readZip(Buffer.from('<!doctype html> and then some more'))).toThrow('no zip');
});
