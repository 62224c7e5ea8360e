import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Layer {
  /** Layers and packages that it may import; a folder stands for everything in it. */
  values: string[];
  /** Layers of which it may know types, and nothing that runs. */
  types?: string[];
}

const PURE = [
  'utils/in-turn',
  'utils/oauth2',
  'utils/injection',
  'utils/profiles',
  'utils/vault',
  'utils/imports',
  'utils/formats',
];

/** An arrow of the architecture is a line here. What is not named must not be imported. */
const LAYERS: Record<string, Layer> = {
  entrypoints: {
    values: [
      'components',
      'utils/services',
      'utils/platform',
      'utils/messages',
      ...PURE,
      'preact',
      'wxt/utils/define-background',
      'wxt/utils/define-content-script',
    ],
  },
  components: { values: ['utils/platform', 'utils/messages', ...PURE, 'preact'] },
  'utils/services': { values: ['utils/messages', ...PURE] },
  'utils/platform': {
    values: [
      'utils/messages',
      ...PURE,
      'valibot',
      'ofetch',
      'webextension-polyfill',
      'wxt',
      '@webext-core/messaging',
      '@wxt-dev/i18n',
      '#i18n',
    ],
    types: ['utils/services'],
  },
  'utils/messages': { values: [], types: PURE },
  'utils/in-turn': { values: [] },
  'utils/oauth2': { values: ['valibot', 'jwt-decode'] },
  'utils/injection': { values: [] },
  'utils/profiles': { values: ['utils/oauth2', 'utils/injection', 'valibot'] },
  'utils/vault': { values: ['utils/oauth2', 'utils/profiles', 'valibot'] },
  'utils/imports': { values: ['utils/oauth2', 'utils/injection', 'utils/profiles', 'utils/vault', 'valibot'] },
  'utils/formats': { values: ['utils/oauth2'] },
  // For tests alone: no layer above may import them.
  'components/testing': { values: [] },
  'utils/testing': { values: [] },
};

interface Import {
  specifier: string;
  isTypeOnly: boolean;
}

function readImports(source: string): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(?:([\w*{][^'=;]*?)\s+from\s+)?'([^']+)';/gm);
  const dynamic = source.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...Array.from(statements, ([, names = '', specifier = '']) => ({ specifier, isTypeOnly: isTypeOnly(names) })),
    ...Array.from(dynamic, ([, specifier = '']) => ({ specifier, isTypeOnly: false })),
  ];
}

/** True for `type { A }` and for `{ type A, type B }`. */
function isTypeOnly(names: string): boolean {
  const list = /^\s*\{(.*)\}\s*$/s.exec(names)?.[1];
  return /^\s*type\b/.test(names) || (list?.split(',').every((name) => /^\s*(type\b|$)/.test(name)) ?? false);
}

/** The path of what is imported, from the root; a package's name stays as it is. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return join(dirname(file), specifier);
  return specifier.replace(/^@\//, '');
}

/** Also a single file, by its name without the ending, can be a layer. */
const isIn = (layer: string, path: string): boolean =>
  path.replace(/\.tsx?$/, '') === layer || path.startsWith(`${layer}/`);
const findLayer = (path: string): string | undefined => Object.keys(LAYERS).findLast((name) => isIn(name, path));

/** Every import of this file that its layer does not allow, as a sentence. */
function findForbiddenImports(file: string, source: string): string[] {
  const own = findLayer(file);
  const { values = [], types = [] } = LAYERS[own ?? ''] ?? {};
  return readImports(source)
    .filter(({ specifier, isTypeOnly }) => {
      const path = resolve(file, specifier);
      const allowed = isTypeOnly ? [...values, ...types] : values;
      const layer = findLayer(path);
      return layer ? layer !== own && !allowed.includes(layer) : !allowed.some((name) => isIn(name, path));
    })
    .map(({ specifier, isTypeOnly }) => `${file} must not import ${isTypeOnly ? 'even types of ' : ''}${specifier}`);
}

const withoutComments = (source: string): string => source.replaceAll(/\/\*.*?\*\/|(?<!:)\/\/.*?$/gms, '');

/** What only the platform layer may say. */
function findBrowserCalls(file: string, source: string): string[] {
  const said = withoutComments(source).matchAll(/\b(?:browser|chrome)\??\.[a-z]\w*|\b(?:fetch|setAccessLevel)\(/g);
  return Array.from(said, ([call]) => `${file} must not say ${call}`);
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const shipped = globSync('{entrypoints,components,utils}/**/*.{ts,tsx}', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

describe('the layers', () => {
  it('are kept: every shipped file imports only what its layer allows', () => {
    expect(shipped.length).toBeGreaterThan(40);
    expect(shipped.flatMap((file) => findForbiddenImports(file, read(file)))).toEqual([]);
  });

  it('have names: every shipped file lies in one of them', () => {
    expect(shipped.filter((file) => !findLayer(file))).toEqual([]);
  });

  it('leave the browser and the network to utils/platform', () => {
    const others = shipped.filter((file) => !isIn('utils/platform', file));
    expect(others.flatMap((file) => findBrowserCalls(file, read(file)))).toEqual([]);
  });

  it.each([
    ['utils/oauth2/x.ts', "import browser from 'webextension-polyfill';"],
    ['utils/oauth2/x.ts', "import { a } from '@/utils/injection/y';"],
    ['utils/injection/x.ts', "import * as v from 'valibot';"],
    ['utils/messages/x.ts', "import { a, type B } from '@/utils/oauth2/y';"],
    ['utils/services/x.ts', "import type { A } from '@/utils/platform/y';"],
    ['utils/platform/x.ts', "import {\n  a,\n} from '@/utils/services/y';"],
    ['utils/platform/x.ts', "import { a } from '@/components/y';"],
    ['components/x.tsx', "import type { A } from '@/utils/services/y';"],
    ['components/x.tsx', "import { storage } from 'wxt/utils/storage';"],
    ['components/x.tsx', "export { a } from './testing/y';"],
    ['components/x.tsx', "import '@/sandbox/y';"],
    ['entrypoints/popup/main.tsx', "const a = await import('../../e2e/y');"],
    ['entrypoints/popup/main.tsx', "import { storage } from 'wxt/utils/storage';"],
  ])('would not let %s say %s', (file, source) => {
    expect(findForbiddenImports(file, source)).toHaveLength(1);
  });

  it.each([
    [
      'utils/platform/x.ts',
      "import type { A } from '@/utils/services/y';\nimport { type B } from '@/utils/services/z';",
    ],
    ['utils/oauth2/x.ts', "import * as v from 'valibot';\nimport { a } from './y';"],
    ['entrypoints/background/index.ts', "import { a } from '@/utils/services/y';"],
  ])('let %s say %s', (file, source) => {
    expect(findForbiddenImports(file, source)).toEqual([]);
  });

  it.each(['await browser.tabs.get(1)', 'chrome?.runtime', 'const a = fetch(url)', 'x.setAccessLevel({})'])(
    'would not let a component say %s',
    (source) => {
      expect(findBrowserCalls('components/x.tsx', `// browser.tabs is fine here\n${source}`)).toHaveLength(1);
    },
  );
});

it('nobody opens storage.session to content scripts', () => {
  expect(shipped.filter((file) => withoutComments(read(file)).includes('setAccessLevel'))).toEqual([]);
});

it('no source file is longer than 250 lines', () => {
  const folders = '{entrypoints,components,utils,sandbox,e2e,bench,scripts}/**/*.{ts,tsx,js,mjs,css,html}';
  const files = globSync(folders, { cwd: ROOT, exclude: (path) => path.includes('node_modules') });
  const lengths = files.map((file) => [file, read(file).split('\n').length - 1] as const);
  expect(lengths.filter(([, length]) => length > 250)).toEqual([]);
  expect(lengths.length).toBeGreaterThan(shipped.length);
});
