// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { listLoaded } from './list-loaded.ts';

const folder = mkdtempSync(join(tmpdir(), 'list-loaded-'));
afterEach(() => rmSync(folder, { recursive: true }));

const FILES = {
  'popup.html':
    '<link rel="stylesheet" crossorigin href="/assets/main.css"><script type="module" crossorigin src="/chunks/main.js"></script>',
  'assets/main.css': '@import "./not-followed.css";',
  'chunks/main.js': 'import{a as b}from"./shared.js";import"./bare.js";const c=()=>import("./lazy.js");import.meta;',
  'chunks/shared.js': 'export*from"./deep.js";import{d}from"./main.js";',
  'chunks/bare.js': '"imported from nowhere"',
  'chunks/deep.js': '',
  'chunks/lazy.js': 'import"./for-lazy.js";',
};

it('What a page loads are its scripts and styles with all that they import, but not what they import later', () => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const scripts = ['main', 'shared', 'deep', 'bare'].map((name) => `chunks/${name}.js`);
  expect(listLoaded(folder, 'popup.html')).toEqual(['popup.html', 'assets/main.css', ...scripts]);
});
