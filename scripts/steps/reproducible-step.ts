import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findDifference } from '../release/compare-releases.ts';
import { copyTree, linkPackages } from '../release/copy-tree.ts';
import { listReleaseFiles } from '../release/make-release.ts';
import { readZip } from '../release/read-zip.ts';
import { runQuietly } from '../setup/run.mjs';
import type { Counts } from './counts.ts';
import { root } from './run-tool.ts';

/** Two machines, as far as one can pretend to be two. */
const HERE = { folder: 'a', env: { TZ: 'Pacific/Apia', LANG: 'C', LC_ALL: 'C' }, umask: 0o022, time: new Date(1e12) };
const THERE = {
  folder: 'another folder/with a much longer name',
  env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  umask: 0o077,
  time: new Date(2e12),
};

/**
 * Two clones, made on two machines, give the same release byte for byte; and so does the zip of the sources. The packages
 * are linked, not installed: `release.yml` does it with `npm ci`.
 */
export async function checkReproducible(): Promise<Counts> {
  const temporary = await mkdtemp(join(tmpdir(), 'kc-release-'));
  const place = (folder: string): string => join(temporary, folder);
  await Promise.all(
    [HERE, THERE].map(async ({ folder, env, umask, time }) => {
      await copyTree(root, place(folder), time);
      await build(place(folder), { env, umask });
    }),
  );
  const outputs = [HERE, THERE].map(({ folder }) => join(place(folder), '.output'));
  const [here = '', there = ''] = outputs;
  const names = (await listReleaseFiles(place(HERE.folder))).map(({ name }) => name);
  await expectSame(here, there, names);

  const sources = expectName(names, 'sources.zip');
  await unpack(join(there, sources), place('sources'));
  await build(place('sources'), { env: HERE.env, umask: HERE.umask, target: 'firefox' });
  await expectSame(here, join(place('sources'), '.output'), [expectName(names, 'firefox.zip'), sources]);

  // What "Build for Chromium" made here, and the next steps test.
  await expectSame(here, join(root, '.output'), [expectName(names, 'chrome.zip')]);
  await rm(temporary, { recursive: true });
  console.log(`${names.length} files of the release are the same from two clones, and from the sources zip.`);
  return { passed: 3, failed: 0, skipped: 0 };
}

async function build(
  folder: string,
  { env, umask, target = '' }: { env: NodeJS.ProcessEnv; umask: number; target?: string },
): Promise<void> {
  await linkPackages(root, folder);
  const before = process.umask(umask);
  // Started at once, so that it has this umask.
  const building = runQuietly(process.execPath, ['scripts/zip.ts', target], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  process.umask(before);
  await building;
}

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [name, content] of readZip(await readFile(zip))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** The folders stay where they are when something differs, to be looked at. */
async function expectSame(one: string, other: string, names: readonly string[]): Promise<void> {
  const difference = await findDifference(one, other, names);
  if (difference) throw new Error(`This release cannot be made again: ${difference}`);
}

function expectName(names: readonly string[], end: string): string {
  const name = names.find((each) => each.endsWith(end));
  if (!name) throw new Error(`The release has no ${end}.`);
  return name;
}
