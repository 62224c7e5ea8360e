import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGES = globSync('*.yml', { cwd: import.meta.dirname }).map((file) => basename(file, '.yml'));
/** The manifest names these as `__MSG_…__`. */
const OF_THE_MANIFEST = /__MSG_(\w+?)__/g;

async function readTexts(language: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(join(import.meta.dirname, `${language}.yml`));
  // The library lists those that every browser has of its own, too.
  const own = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(own.map((each) => [each.key.join('.'), 'message' in each ? each.message : '']));
}

const listPlaceholders = (text = ''): string =>
  Array.from(text.matchAll(/\{\w+\}/g), ([name]) => name)
    .toSorted()
    .join();
const english = await readTexts('en');
const sources = globSync('{entrypoints,components,utils,scripts}/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((file) => !/\.test\.tsx?$|[\\/]testing[\\/]/.test(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'));

it('no text is left that nothing shows', () => {
  const said = new Set(
    sources.flatMap((source) => Array.from(source.matchAll(/'([a-z]\w*(?:\.\w+)*)'/gi), ([, key]) => key)),
  );
  const named = sources.flatMap((source) =>
    Array.from(source.matchAll(OF_THE_MANIFEST), ([, key]) => key?.replace('_', '.')),
  );
  for (const key of named) said.add(key);
  expect([...english.keys()].filter((key) => !said.has(key))).toEqual([]);
});

it('no two keys are one to a browser, which ignores their case', () => {
  const lower = [...english.keys()].map((key) => key.replaceAll('.', '_').toLowerCase());
  expect(lower.filter((key, index) => lower.indexOf(key) !== index)).toEqual([]);
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('are those of English, each with what is put in', async () => {
    const texts = await readTexts(language);
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    const differing = [...english].filter(([key, text]) => listPlaceholders(text) !== listPlaceholders(texts.get(key)));
    expect(differing).toEqual([]);
  });

  it('are not empty, and hold nothing that the browser or the library would take for a sign of its own', async () => {
    const odd = [...(await readTexts(language))].filter(([, text]) => text.trim() === '' || /\$| \| /.test(text));
    expect(odd).toEqual([]);
  });
});
