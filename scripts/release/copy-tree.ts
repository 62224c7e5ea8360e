import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, symlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const NOT_SOURCE = new Set(['node_modules', '.output', '.wxt', '.node', '.git']);

/** Copies what a clone would hold, as it is now, with this time on every file and no rights for others. */
export async function copyTree(root: string, folder: string, time: Date): Promise<void> {
  for (const file of await listSources(root)) {
    const copy = join(folder, file);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(root, file), copy);
    await chmod(copy, 0o600);
    await utimes(copy, time, time);
  }
}

/** Has a copy use the packages that are installed here: npm has checked them against the lock file's hashes. */
export async function linkPackages(root: string, folder: string): Promise<void> {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** What git would commit, changed and new files too; without git every file but what is made here. */
async function listSources(root: string): Promise<string[]> {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const [{ stdout }, deleted] = await Promise.all([
      promisify(execFile)('git', args, { cwd: root, maxBuffer: 1e8 }),
      promisify(execFile)('git', ['ls-files', '-z', '--deleted'], { cwd: root }),
    ]);
    const gone = new Set(deleted.stdout.split('\0'));
    return stdout.split('\0').filter((file) => file && !gone.has(file));
  } catch {
    return listFilesWithoutGit(root);
  }
}

async function listFilesWithoutGit(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !NOT_SOURCE.has(name))
    .map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? await listFilesWithoutGit(root, path) : [path];
    });
  return (await Promise.all(lists)).flat();
}
