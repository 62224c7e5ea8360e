import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';

const FILE = 'licences.json';

const Licences = v.array(
  v.object({ name: v.string(), version: v.string(), identifier: v.string(), text: v.optional(v.string()) }),
);
export type Licence = v.InferOutput<typeof Licences>[number];

/**
 * Packages under the MIT licence that come without its text, and the copyright line in the LICENSE file of their
 * repositories, aklinker1/webext-core and wxt-dev/wxt.
 */
const COPYRIGHTS: Readonly<Record<string, string>> = {
  '@webext-core/messaging': 'Copyright (c) 2022 Aaron',
  '@wxt-dev/browser': 'Copyright (c) 2023 Aaron',
  '@wxt-dev/i18n': 'Copyright (c) 2023 Aaron',
  '@wxt-dev/storage': 'Copyright (c) 2023 Aaron',
  wxt: 'Copyright (c) 2023 Aaron',
};

/**
 * Collects the licences of all packages that go into the extension. Vite lists those of one bundle; WXT builds several,
 * which would overwrite each other's list. A package without a licence ends the build.
 */
export function collectLicences(): { plugin: Plugin; found: ReadonlyMap<string, Licence> } {
  const found = new Map<string, Licence>();
  const plugin: Plugin = {
    name: 'collect-licences',
    apply: 'build',
    config: () => ({ build: { license: { fileName: FILE } } }),
    generateBundle: {
      // After Vite has written the list.
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle[FILE];
        if (asset?.type !== 'asset') return;
        for (const licence of v.parse(Licences, JSON.parse(String(asset.source)))) {
          found.set(`${licence.name} ${licence.version}`, licence);
        }
        delete bundle[FILE];
      },
    },
  };
  return { plugin, found };
}

/** Writes the licences of others, and our own, into the extension. Throws for a package without a text. */
export async function writeLicences(folder: string, found: ReadonlyMap<string, Licence>, own: string): Promise<void> {
  const [, mitText = ''] = (await readFile(own, 'utf8')).split(/^Copyright .*\n/m);
  await writeFile(join(folder, 'THIRD-PARTY-LICENCES.txt'), formatLicences([...found.values()], mitText));
  await copyFile(own, join(folder, 'LICENCE.txt'));
}

/** `mitText`: the terms of the MIT licence, below the line with the copyright. */
export function formatLicences(licences: readonly Licence[], mitText: string): string {
  const parts = licences
    .map((licence) => {
      const { name, version, identifier } = licence;
      // The Mozilla Public License wants it said where the source is (§3.2).
      const heading = `${name} ${version} (${identifier})\nhttps://www.npmjs.com/package/${name}/v/${version}`;
      return `${heading}\n\n${expectText(licence, mitText)}\n`;
    })
    // By code units: the same in every locale.
    .toSorted();
  return ['This extension contains the following packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function expectText({ name, identifier, text }: Licence, mitText: string): string {
  if (text) return text.trim();
  const copyright = COPYRIGHTS[name];
  if (identifier === 'MIT' && copyright) return `${copyright}\n\n${mitText.trim()}`;
  throw new Error(`The package ${name} (${identifier}) has no licence text: scripts/build/licences.ts needs one.`);
}
