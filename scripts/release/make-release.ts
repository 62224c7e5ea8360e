import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash, HASHES_FILE } from '../build/file-hashes.ts';
import { readPackage } from './read-package.ts';
import { buildSbom } from './sbom.ts';
import { runQuietly } from '../setup/run.mjs';

/** The folder of WXT's builds, by the browser that they are for. */
const BUILDS = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const;
export type Target = keyof typeof BUILDS;

export interface ReleaseFile {
  name: string;
  bytes: number;
  hash: string;
  /** What the options page shows of the extension in it. */
  buildHash?: string;
}

/** Builds the zips of these targets into `.output`, with the list of their hashes and the bill of materials. */
export async function makeRelease(root: string, targets: readonly Target[]): Promise<void> {
  const output = join(root, '.output');
  await mkdir(output, { recursive: true });
  // Of an earlier version, perhaps.
  for (const name of await listNames(output)) await rm(join(output, name));
  for (const target of targets) await zip(root, target);
  const { name, version } = await readPackage(root);
  const file = (end: string): string => join(output, `${name}-${version}-${end}`);
  if (targets.includes('chrome')) {
    // Edge gets what was tested, byte for byte. WXT's own build for it would leave out what is marked as Chrome's.
    await copyFile(file('chrome.zip'), file('edge.zip'));
    await writeFile(file('sbom.cdx.json'), await buildSbom(root, join(output, BUILDS.chrome)));
  }
  const files = await listReleaseFiles(root);
  await writeFile(join(output, HASHES_FILE), files.map((each) => `${each.hash}  ${each.name}\n`).join(''));
}

async function zip(root: string, target: Target): Promise<void> {
  const program = join(root, 'node_modules/wxt/bin/wxt.mjs');
  await runQuietly(process.execPath, [program, 'zip', '-b', target, '--mv3'], { cwd: root });
}

/** What there is to publish, with its hashes. */
export async function listReleaseFiles(root: string): Promise<ReleaseFile[]> {
  const output = join(root, '.output');
  const names = await listNames(output);
  return Promise.all(
    names
      .filter((name) => name !== HASHES_FILE)
      .map(async (name) => {
        const content = await readFile(join(output, name));
        const buildHash = await readBuildHash(output, name);
        return { name, bytes: content.length, hash: hash(content), ...(buildHash && { buildHash }) };
      }),
  );
}

async function readBuildHash(output: string, name: string): Promise<string | undefined> {
  const target = /-(chrome|edge|firefox)\.zip$/.exec(name)?.[1];
  if (!target) return undefined;
  return hash(await readFile(join(output, BUILDS[target === 'firefox' ? 'firefox' : 'chrome'], HASHES_FILE)));
}

async function listNames(output: string): Promise<string[]> {
  const names = await readdir(output);
  return names.filter((name) => /\.(?:zip|cdx\.json)$/.test(name) || name === HASHES_FILE).toSorted();
}
