// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RELEASE_NOTES } from '@/components/welcome/release-notes';
import { expectRelease, readNewest } from './changelog.ts';
import { readPackage } from './read-package.ts';

const ROOT = join(import.meta.dirname, '../..');
const build = (heading: string, unreleased = ''): string =>
  `# Changelog\n\n## [Unreleased]\n${unreleased}\n${heading}\n\n### Added\n\n- News.\n\n## [0.9.0] - 2026-01-01\n\n- Old.\n`;
const RELEASED = build('## [1.0.0] - 2026-12-01');
const WANTED = { tag: 'v1.0.0', version: '1.0.0' };

it('CHANGELOG.md, the release notes for users and package.json name the same newest version', async () => {
  const { version } = await readPackage(ROOT);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(readNewest(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))?.version).toBe(version);
  expect(RELEASE_NOTES[0]?.version).toBe(version);
});

it('the news of a release are those of its version alone', () => {
  expect(expectRelease(RELEASED, WANTED)).toBe('### Added\n\n- News.');
});

it('the oldest version is read to the end', () => {
  expect(readNewest('## [0.1.0] - 2026-01-01\n\n- First.\n- Last.\n')?.news).toBe('- First.\n- Last.');
});

it.each([
  ['another tag', RELEASED, { ...WANTED, tag: 'v1.0.1' }, 'The tag is v1.0.1'],
  [
    'a version without news',
    RELEASED,
    { tag: 'v1.1.0', version: '1.1.0' },
    'the newest version in CHANGELOG.md is 1.0.0',
  ],
  ['no date', build('## [1.0.0] - not released yet'), WANTED, 'no date'],
  ['news of no version', build('## [1.0.0] - 2026-12-01', '\n- Something.\n'), WANTED, 'belong to no version'],
])('%s is no release', (_what, changelog, wanted, why) => {
  expect(() => expectRelease(changelog, wanted)).toThrow(why);
});
