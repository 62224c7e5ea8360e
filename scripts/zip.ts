// npm run zip [-- firefox]: everything that a release consists of, in .output; with `firefox` only what Mozilla gets.
import { listReleaseFiles, makeRelease, type ReleaseFile } from './release/make-release.ts';
import { root } from './steps/run-tool.ts';

const wanted = process.argv.slice(2).join(' ');
if (wanted !== '' && wanted !== 'firefox') {
  console.error(`What is "${wanted}"? Usage: npm run zip [-- firefox]`);
  process.exit(2);
}
await makeRelease(root, wanted === 'firefox' ? ['firefox'] : ['chrome', 'firefox']);
for (const file of await listReleaseFiles(root)) console.log(formatLine(file));

function formatLine({ name, bytes, hash, buildHash }: ReleaseFile): string {
  const lines = [`${name}  ${(bytes / 1000).toFixed(1)} kB`, `  SHA-256  ${hash}`];
  return [...lines, ...(buildHash ? [`  build    ${buildHash}`] : [])].join('\n');
}
