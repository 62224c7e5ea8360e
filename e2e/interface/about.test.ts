import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hash, HASHES_FILE } from '../../scripts/build/file-hashes.ts';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { OptionsPage } from '../support/options-page.ts';

const build = process.env['KC_BROWSER'] === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
const list = readFileSync(join(import.meta.dirname, '../../.output', build, HASHES_FILE), 'utf8');

let harness: Harness;
let options: OptionsPage;

beforeAll(async () => {
  harness = await startTestHarness();
  options = await OptionsPage.open(harness);
});
afterAll(() => harness?.close());

it('the options page shows the hash of what is installed', async () => {
  const shown = await options.page.waitForSelector('.build-hash');
  expect(await shown?.evaluate((element) => element.textContent)).toBe(hash(list));
});

it('the installed files can be compared with the build’s list', async () => {
  const count = list.match(/\.(?:js|html|css)$/gm)?.length ?? 0;
  expect(count).toBeGreaterThan(10);
  await options.press('Check the installed files');
  await options.waitForText(`As they were built: ${count} of ${count} files that can run.`);
});

it.each(['PRIVACY.txt', 'LICENCE.txt', 'THIRD-PARTY-LICENCES.txt'])('%s can be read in the extension', async (file) => {
  const text = await options.page.evaluate(async (name) => {
    const link = document.querySelector<HTMLAnchorElement>(`#about a[href="/${name}"]`);
    return link ? (await fetch(link.href)).text() : '';
  }, file);
  expect(text.length).toBeGreaterThan(1000);
});
