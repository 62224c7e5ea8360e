import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;

/** The files of a zip as WXT writes it: without comment, encryption or ZIP64. (PKWARE's APPNOTE.TXT, §4.3) */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('This is no zip without a comment.');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    files.set(name, readEntry(zip, at));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

function readEntry(zip: Buffer, directoryAt: number): Buffer {
  const isStored = zip.readUInt16LE(directoryAt + 10) === 0;
  const size = zip.readUInt32LE(directoryAt + 20);
  const headerAt = zip.readUInt32LE(directoryAt + 42);
  const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
  const content = zip.subarray(start, start + size);
  return isStored ? content : inflateRawSync(content);
}
