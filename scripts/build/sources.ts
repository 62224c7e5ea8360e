/** What a reviewer needs to build the same extension again: no tests, no tools, no pictures. */
export const SOURCES = [
  '{components,entrypoints,public,scripts,utils}/**',
  'docs/privacy.md',
  'docs/icon.svg',
  '.npmrc',
  '.nvmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];

export const NO_SOURCES = ['**/testing/**', 'scripts/{node/node_modules,screenshots,start,browsers}/**'];
