// node scripts/release-notes.ts v1.2.3 [--check]: what is published with a release, or only whether it is one.
// Without npm before it: the workflow asks before anything is installed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectRelease } from './release/changelog.ts';

const root = join(import.meta.dirname, '..');
const [tag = '', check] = process.argv.slice(2);
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

try {
  const { version } = JSON.parse(await read('package.json')) as { version: string };
  const news = expectRelease(await read('CHANGELOG.md'), { tag, version });
  if (check !== '--check') {
    const { listReleaseFiles } = await import('./release/make-release.ts');
    const rows = (await listReleaseFiles(root)).map(
      ({ name, hash, buildHash = '' }) => `| ${name} | \`${hash}\` | ${buildHash && `\`${buildHash}\``} |`,
    );
    console.log([news, '', '| File | SHA-256 | Build (Options → About) |', '| --- | --- | --- |', ...rows].join('\n'));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
