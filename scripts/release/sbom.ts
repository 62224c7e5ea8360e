import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { chooseNpm } from '../setup/install-packages.mjs';
import { readPackage } from './read-package.ts';

const Sbom = v.looseObject({
  metadata: v.looseObject({ component: v.looseObject({ 'bom-ref': v.string() }) }),
  components: v.array(v.looseObject({ 'bom-ref': v.string(), name: v.string(), version: v.string() })),
  dependencies: v.array(v.object({ ref: v.string(), dependsOn: v.array(v.string()) })),
});
export type Sbom = v.InferOutput<typeof Sbom>;

/**
 * The bill of materials of a build, in CycloneDX: npm's, for what was really bundled. `npm sbom --omit dev` would leave
 * out what comes with WXT, and preact.
 */
export async function buildSbom(root: string, build: string): Promise<string> {
  const npm = chooseNpm(process.env, process.platform);
  const args = [...npm.args, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { stdout } = await promisify(execFile)(npm.program, args, { cwd: root, shell: npm.shell, maxBuffer: 1e8 });
  const bundled = readBundled(await readFile(join(build, 'THIRD-PARTY-LICENCES.txt'), 'utf8'));
  const { name } = await readPackage(root);
  return `${JSON.stringify(selectBundled(v.parse(Sbom, JSON.parse(stdout)), bundled, name), null, 2)}\n`;
}

/** The packages of the list of licences, such as "preact@11.2.0". */
export function readBundled(licences: string): string[] {
  const headings = [...licences.matchAll(/^(\S+) (\S+) \(.+\)\nhttps:\/\/www\.npmjs\.com\//gm)];
  return headings.map(([, name, version]) => `${name}@${version}`);
}

/**
 * Without what differs from run to run: serial number, time, and the folder's name, which npm takes for the package's.
 * Throws for a package that npm does not know.
 */
export function selectBundled(sbom: Sbom, bundled: readonly string[], name: string): object {
  const { serialNumber: _serialNumber, metadata, components, dependencies, ...rest } = sbom;
  const { timestamp: _timestamp, component, ...about } = metadata;
  const kept = components
    .filter((each) => bundled.includes(`${each.name}@${each.version}`))
    // npm calls optional what another package could do without; the bundle cannot.
    .map((each) => ({ ...each, scope: 'required' }));
  const missing = bundled.filter((wanted) => !kept.some((each) => `${each.name}@${each.version}` === wanted));
  if (missing.length > 0) throw new Error(`npm sbom does not know ${missing.join(', ')}, which were bundled.`);
  const refs = new Set(kept.map((each) => each['bom-ref']));
  const own = component['bom-ref'];
  return {
    ...rest,
    metadata: { ...about, component: { ...component, name } },
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => ref === own || refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}
