// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listGroups } from './e2e-groups.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'groups-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('knows the folders that hold tests, and no others', () => {
  for (const file of ['main/popup.test.ts', 'lifecycle/deep/update.test.ts', 'pages/popup.ts', 'loose.test.ts']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }

  expect(listGroups(folder)).toEqual(['lifecycle', 'main']);
});
