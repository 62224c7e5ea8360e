import type { Plugin } from 'vite';

const WRAPPER = /^\0virtual:wxt-content-script-(?:main|isolated)-world-entrypoint\?(.*)$/;

/**
 * Builds the content scripts without WXT's wrappers: that of the page script would log into the page's console and is a
 * seventh of its size, that of the relay would post a message to every page. And makes them strict, so that no getter
 * of a page can walk up to them through `arguments.callee.caller`. Each has to export its `main` by name.
 */
export function bareContentScripts(): Plugin {
  return {
    name: 'bare-content-scripts',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const entrypoint = WRAPPER.exec(id)?.[1];
      return entrypoint === undefined ? null : `import { main } from ${JSON.stringify(entrypoint)};\nmain();`;
    },
    generateBundle: {
      // After WXT has taken the name off the script's outer function, which would be a global of the page.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.fileName.includes('content-scripts/')) {
            chunk.code = `"use strict";${chunk.code}`;
          }
        }
      },
    },
  };
}
