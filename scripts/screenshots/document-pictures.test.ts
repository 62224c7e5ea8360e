import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { LOOKS } from '../../e2e/screens/photograph.ts';
import { root } from '../steps/run-tool.ts';
import { getSource, listDocumentPictures } from './document-pictures.ts';

const scenes = globSync('e2e/screens/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

it('the documents show pictures of screens that the scenes lead through, and no others', () => {
  const shown = listDocumentPictures(root);
  expect(shown.length).toBeGreaterThan(0);
  const screens = shown.map((picture) => getSource(picture, LOOKS).replace(/-\w+\.png$/, ''));
  expect(screens.filter((name) => !scenes.some((source) => source.includes(`'${name}'`)))).toEqual([]);
});

it('each picture is there, and there is none that no document shows', () => {
  const there = globSync('docs/images/*', { cwd: root }).map((file) => basename(file, '.png'));
  expect(there.toSorted()).toEqual(listDocumentPictures(root));
});
