// What `npm test` holds the build to, in bytes as gzip leaves them. ARCHITECTURE.md, “Sizes”, says what they consist of.
import { readdirSync } from 'node:fs';
import type { SizeLimitConfig } from 'size-limit';
import { listLoaded } from './scripts/list-loaded.ts';

const BUILD = '.output/chrome-mv3';
const inBuild = (file: string): string => `${BUILD}/${file}`;

const config: SizeLimitConfig = [
  { name: 'page script', path: inBuild('content-scripts/page.js'), limit: '1.5 kB', gzip: true },
  { name: 'page relay', path: inBuild('content-scripts/page-relay.js'), limit: '2 kB', gzip: true },
  { name: 'background, in all', path: listLoaded(BUILD, 'background.js').map(inBuild), limit: '42 kB', gzip: true },
  {
    // All that popup.html loads, its styles too, until the login form or the token card can be used.
    name: 'popup, in all',
    path: listLoaded(BUILD, 'popup.html').map(inBuild),
    limit: '38.5 kB',
    gzip: true,
  },
  {
    name: 'Chrome package without pictures and languages',
    path: [inBuild('**/*.{js,css,html,json}'), `!${inBuild('_locales/**')}`],
    limit: '150 kB',
    gzip: true,
  },
  // For each, so that another language needs no other limit.
  ...readdirSync(inBuild('_locales')).map((language) => ({
    name: `texts in ${language}`,
    path: inBuild(`_locales/${language}/messages.json`),
    limit: '19 kB',
    gzip: true,
  })),
];
export default config;
