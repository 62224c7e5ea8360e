import browser from 'webextension-polyfill';
import { buildSha256, readHashList } from '@/utils/formats/sha256';

/** Chromium rewrites manifest, messages and icons of what it installs from a store; what can run it leaves alone. */
const CAN_RUN = /\.(?:js|html|css)$/;

export interface BuildRecord {
  /** The SHA-256 of the list, by which two builds are compared. */
  hash: string;
  /** The hashes that this build's files had, by their paths. */
  files: ReadonlyMap<string, string>;
}

/** What the build noted of its own files; undefined where it noted nothing, as in development. */
export async function readBuildRecord(): Promise<BuildRecord | undefined> {
  const bytes = await readOwnFile('SHA256SUMS');
  if (!bytes) return undefined;
  const files = readHashList(new TextDecoder().decode(bytes));
  return files.size === 0 ? undefined : { hash: await buildSha256(bytes), files };
}

export interface FileCheck {
  count: number;
  /** Files that are gone, or not as they were built. */
  changed: readonly string[];
}

/** Compares the files that can run with what the build noted of them. */
export async function checkOwnFiles({ files }: BuildRecord): Promise<FileCheck> {
  const expected = [...files].filter(([path]) => CAN_RUN.test(path));
  const found = await Promise.all(
    expected.map(async ([path, hash]) => {
      const bytes = await readOwnFile(path);
      return bytes && (await buildSha256(bytes)) === hash ? [] : [path];
    }),
  );
  return { count: expected.length, changed: found.flat() };
}

async function readOwnFile(path: string): Promise<ArrayBuffer | undefined> {
  try {
    const response = await fetch(browser.runtime.getURL(path), { cache: 'no-store' });
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    // A browser says so of a file that is not there.
    return undefined;
  }
}
