// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatNamedTest, readPromises } from './promises.ts';
import { root } from './run-tool.ts';

const PAGE = `# Security

- not a promise

## What is promised

Each with its tests.

### A group

- The one that goes
  over two lines.
  - \`a.test.ts › a group › a test\`
  - \`\` e2e/main/b.test.ts › a test of \`code\` \`\` (Chromium only)

### Another group

- Without a test.

## What is not protected

- everything else
`;

it('promises are read with their tests', () => {
  expect(readPromises(PAGE)).toEqual([
    {
      sentence: 'The one that goes over two lines.',
      tests: [
        { file: 'a.test.ts', titles: ['a group', 'a test'] },
        { file: 'e2e/main/b.test.ts', titles: ['a test of `code`'], only: 'chromium' },
      ],
    },
    { sentence: 'Without a test.', tests: [] },
  ]);
});

it.each(['`a.test.ts`', 'a.test.ts › a test', '`a.test.ts › a test` (Safari only)'])(
  'what names no test is refused: %s',
  (line) => {
    expect(() => readPromises(`\n## What is promised\n\n- It is safe.\n  - ${line}\n`)).toThrow(line);
  },
);

const promises = readPromises(readFileSync(join(root, 'SECURITY.md'), 'utf8'));

it('each promise of SECURITY.md names a test', () => {
  expect(promises.length).toBeGreaterThan(50);
  expect(promises.filter(({ tests }) => tests.length === 0).map(({ sentence }) => sentence)).toEqual([]);
});

it('each test that SECURITY.md names is in its file', () => {
  const isThere = (file: string, titles: readonly string[]): boolean => {
    if (!existsSync(join(root, file))) return false;
    const source = readFileSync(join(root, file), 'utf8').replaceAll(/\\(['"`])/g, '$1');
    return titles.every((title) => [`'`, `"`, '`'].some((quote) => source.includes(quote + title)));
  };
  const named = promises.flatMap(({ tests }) => tests);
  const missing = named.filter(({ file, titles }) => !isThere(file, titles));
  expect(missing.map(formatNamedTest)).toEqual([]);
});
