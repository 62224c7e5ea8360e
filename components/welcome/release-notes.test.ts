import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNewSince, RELEASE_NOTES } from './release-notes';

const ROOT = join(import.meta.dirname, '../..');
const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
const versions = RELEASE_NOTES.map(({ version }) => version);

it('the release notes are of the versions of CHANGELOG.md, in the same order', () => {
  expect(versions).toEqual(Array.from(changelog.matchAll(/^## \[(\d[^\]]*)\]/gm), ([, version]) => version));
});

it('the extension’s own version has notes', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(versions).toContain(version);
});

it.each([
  ['0.2.0', '0.1.0', true],
  ['1.0.0', '0.9.0', true],
  ['0.10.0', '0.9.9', true],
  ['0.2.1', '0.2.0', false],
  ['0.2.0', '0.2.0', false],
  ['0.1.0', '0.2.0', false],
  ['1.0.0', '1.2.0', false],
])('is %s new to those who know %s? %s', (version, seen, isNew) => {
  expect(isNewSince(version, seen)).toBe(isNew);
});
