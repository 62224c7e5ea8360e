// @vitest-environment node
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from './is-stale.mjs';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stale-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, changedAtSeconds: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  utimesSync(path, changedAtSeconds, changedAtSeconds);
  return path;
}

it('calls what does not exist stale', () => {
  expect(isStale(join(folder, 'made'), [])).toBe(true);
});

it('calls what is older than one of its sources stale', () => {
  expect(isStale(write('made', 20), [write('old', 10), write('new', 30)])).toBe(true);
});

it('is content with what is as new as its sources, and does not mind a source that does not exist', () => {
  expect(isStale(write('made', 20), [write('source', 20), join(folder, 'missing')])).toBe(false);
});
