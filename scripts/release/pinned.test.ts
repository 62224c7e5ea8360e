// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const Versions = v.optional(v.record(v.string(), v.string()), {});
const Manifest = v.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
  overrides: Versions,
});
const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({ integrity: v.optional(v.string()), resolved: v.optional(v.string()), link: v.optional(v.boolean()) }),
  ),
});

describe.each(['', 'scripts/node/'])('The packages of %spackage.json', (folder) => {
  it('are named with one exact version each', () => {
    const versions = Object.values(v.parse(Manifest, read(`${folder}package.json`))).flatMap(Object.entries);
    expect(versions.length).toBeGreaterThan(4);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  const packages = Object.entries(v.parse(Lock, read(`${folder}package-lock.json`)).packages).filter(([path]) => path);

  it('are locked with the hash of their content', () => {
    expect(packages.length).toBeGreaterThan(4);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('come from the registry: from no repository, folder, or other host', () => {
    const elsewhere = packages.filter(
      ([, { resolved, link }]) =>
        link ?? (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(elsewhere).toEqual([]);
  });
});

it('Node has one exact version too, the same in all places', () => {
  const version = readFileSync(join(ROOT, '.nvmrc'), 'utf8').trim();
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const { optionalDependencies } = v.parse(Manifest, read('scripts/node/package.json'));
  expect(new Set(Object.values(optionalDependencies))).toEqual(new Set([version]));
});
