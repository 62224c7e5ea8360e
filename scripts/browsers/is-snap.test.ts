// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isSnap } from './is-snap.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'snap-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['a script that hands over to a snap', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n', true],
  ['a script that starts the real program', '#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n', false],
])('tells what %s is', (_, script, expected) => {
  const path = join(folder, 'chromium-browser');
  writeFileSync(path, script);

  expect(isSnap(path)).toBe(expected);
});
