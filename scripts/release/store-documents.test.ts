// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { buildManifest } from '../manifest.ts';

const ROOT = join(import.meta.dirname, '../..');
const STORE = join(ROOT, 'docs/store');
const TEXTS = readFileSync(join(STORE, 'texts.md'), 'utf8');
const REASONS = readFileSync(join(STORE, 'permission-justifications.md'), 'utf8');

/** The limits of the Chrome Web Store; Edge and Firefox allow as much or more. */
const [NAME_LIMIT, SUMMARY_LIMIT, DESCRIPTION_LIMIT] = [45, 132, 10_000];

const getSection = (heading: string): string =>
  TEXTS.split(/^## /m)
    .find((section) => section.startsWith(`${heading}\n`))
    ?.slice(heading.length)
    .trim() ?? '';

describe('The texts for the stores', () => {
  it.each([
    ['Name', NAME_LIMIT],
    ['Summary', SUMMARY_LIMIT],
    ['Description', DESCRIPTION_LIMIT],
  ])('%s is there, and no longer than %i characters', (heading, limit) => {
    const length = getSection(heading).length;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(limit);
  });

  it.each(readdirSync(join(ROOT, 'utils/locales')).filter((file) => file.endsWith('.yml')))(
    'name and description in %s fit, too',
    async (file) => {
      const messages = await parseMessagesFile(join(ROOT, 'utils/locales', file));
      const getText = (name: string): string => {
        const message = messages.find((each) => 'key' in each && each.key.join('.') === name);
        return message?.type === 'simple' ? message.message : '';
      };
      for (const [key, limit] of [
        ['extension.name', NAME_LIMIT],
        ['extension.description', SUMMARY_LIMIT],
      ] as const) {
        expect(getText(key)).not.toBe('');
        expect(getText(key).length).toBeLessThanOrEqual(limit);
      }
    },
  );

  it('every screenshot is listed, and has the size that the stores want', () => {
    const pictures = readdirSync(STORE).filter((file) => file.endsWith('.png'));
    expect([...TEXTS.matchAll(/\]\((.+?\.png)\)/g)].map(([, file]) => file)).toEqual(pictures);
    for (const picture of pictures) {
      // PNG (ISO/IEC 15948) §11.2.2: width and height begin the first chunk.
      const content = readFileSync(join(STORE, picture));
      expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([1280, 800]);
    }
  });
});

describe.each(['chrome', 'firefox'])('The justifications for %s', (browser) => {
  const manifest = buildManifest({ browser, command: 'build' });
  const rows = [...REASONS.matchAll(/^\| `(\S+)` +\| (required|optional) +\| (all|Firefox|Chrome, Edge) +\| \S/gm)];
  const listed = (kind: string): string[] =>
    rows
      .filter(
        ([, , theirs, browsers]) =>
          theirs === kind && ['all', browser === 'chrome' ? 'Chrome, Edge' : 'Firefox'].includes(browsers ?? ''),
      )
      .flatMap(([, permission]) => permission ?? [])
      .toSorted();

  it('give a reason for each required permission and host, and for no other', () => {
    expect(listed('required')).toEqual(
      [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])].toSorted(),
    );
  });

  it('give a reason for each optional permission and host, and for no other', () => {
    const asked = [...(manifest.optional_permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
    expect(listed('optional')).toEqual(asked.toSorted());
  });
});

it('the manifest tells Mozilla that no data is collected', () => {
  const { browser_specific_settings: settings } = buildManifest({ browser: 'firefox', command: 'build' });
  expect(settings?.gecko?.data_collection_permissions).toEqual({ required: ['none'] });
});
