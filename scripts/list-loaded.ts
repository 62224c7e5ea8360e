import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const SCRIPT_OR_STYLE = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+)"/g;
/** As minified: `import"./a.js"`, `import{b as c}from"./a.js"`, `export*from"./a.js"`. Not `import("./a.js")`. */
const STATIC_IMPORT = /\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

/** The files that a page or script of a build loads before it runs, itself among them; relative to the build's folder. */
export function listLoaded(folder: string, file: string, found: Set<string> = new Set()): string[] {
  if (found.has(file)) return [];
  found.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  for (const next of listNext(file, text)) listLoaded(folder, next, found);
  return [...found];
}

function listNext(file: string, text: string): string[] {
  const pattern = file.endsWith('.html') ? SCRIPT_OR_STYLE : STATIC_IMPORT;
  const paths = Array.from(text.matchAll(pattern), ([, path = '']) => path);
  if (file.endsWith('.html')) return paths;
  return file.endsWith('.js') ? paths.map((path) => posix.join(posix.dirname(file), path)) : [];
}
