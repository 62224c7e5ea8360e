import type { Plugin } from 'vite';

const POLYFILL = 'webextension-polyfill';
const NATIVE_FIRST = '\0native-browser-first';

/**
 * Makes the extension's pages small. The polyfill is loaded only where the browser has no `browser` of its own: in
 * Chromium before 148. And what most of the pages need is one chunk: a chunk for each set of pages was a sixth more to
 * load, in four times as many files.
 */
export function lightPages(): Plugin {
  let isOfPages = false;
  return {
    name: 'light-pages',
    apply: 'build',
    enforce: 'pre',
    config({ build }) {
      // Background and content scripts are built as libraries, each in one file. A worker could load nothing later.
      isOfPages = !build?.lib;
      const groups = [{ name: 'shared', minShareCount: 4 }];
      return isOfPages ? { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } : null;
    },
    resolveId: (id, importer) => (isOfPages && id === POLYFILL && importer !== NATIVE_FIRST ? NATIVE_FIRST : null),
    // The question is the polyfill's own.
    load: (id) =>
      id === NATIVE_FIRST
        ? `export default globalThis.browser?.runtime?.id ? globalThis.browser : (await import('${POLYFILL}')).default;`
        : null,
  };
}
