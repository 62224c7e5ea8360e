import type { Plugin } from 'vite';

const PAGE_SCRIPT = '\0virtual:wxt-content-script-main-world-entrypoint?';

/**
 * Builds the page script without WXT's wrapper, which would log into the page's console and is a seventh of its size;
 * and makes it strict, so that no getter of a page can walk up to it through `arguments.callee.caller`.
 */
export function barePageScript(): Plugin {
  return {
    name: 'bare-page-script',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!id.startsWith(PAGE_SCRIPT)) return null;
      const entrypoint = JSON.stringify(id.slice(PAGE_SCRIPT.length));
      return `import { main } from ${entrypoint};\nmain();`;
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
