// @vitest-environment node
import { expect, it } from 'vitest';
import { readBundled, type Sbom, selectBundled } from './sbom.ts';

const component = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0', scope: 'optional' });
const SBOM: Sbom = {
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:2e2a7a1c-0d2c-4f4e-9d58-1d8f2f2f1a3a',
  metadata: { timestamp: '2026-11-23T23:54:16.249Z', component: { 'bom-ref': 'ours@1.0.0', name: 'a-folder' } },
  components: [component('ofetch'), component('vitest'), component('ufo')],
  dependencies: [
    { ref: 'ours@1.0.0', dependsOn: ['ofetch@1.0.0', 'vitest@1.0.0'] },
    { ref: 'ofetch@1.0.0', dependsOn: ['ufo@1.0.0'] },
    { ref: 'vitest@1.0.0', dependsOn: ['ufo@1.0.0'] },
  ],
};

it('the bundled packages are read from the list of licences', () => {
  const licences =
    'preact 11.2.0 (MIT)\nhttps://www.npmjs.com/package/preact/v/11.2.0\n\n' +
    'Permission (to all) is granted\n---\n\n@wxt-dev/i18n 0.2.7 (MIT)\nhttps://www.npmjs.com/package/x\n';
  expect(readBundled(licences)).toEqual(['preact@11.2.0', '@wxt-dev/i18n@0.2.7']);
});

it('only what was bundled is listed, with what it depends on', () => {
  const selected = selectBundled(SBOM, ['ofetch@1.0.0', 'ufo@1.0.0'], 'ours');
  expect(selected).toMatchObject({
    components: [
      { name: 'ofetch', scope: 'required' },
      { name: 'ufo', scope: 'required' },
    ],
    dependencies: [
      { ref: 'ours@1.0.0', dependsOn: ['ofetch@1.0.0'] },
      { ref: 'ofetch@1.0.0', dependsOn: ['ufo@1.0.0'] },
    ],
  });
});

it('nothing in it differs from run to run, or from folder to folder', () => {
  const text = JSON.stringify(selectBundled(SBOM, [], 'ours'));
  expect(text).not.toMatch(/urn:uuid|2026-11-23|a-folder/);
  expect(text).toContain('"name":"ours"');
});

it('a bundled package that npm does not know is an error', () => {
  expect(() => selectBundled(SBOM, ['ofetch@1.0.0', 'stray@2.0.0'], 'ours')).toThrow('stray@2.0.0');
});
