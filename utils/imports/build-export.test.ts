import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProfile } from '../profiles/profile';
import { anyProfile } from '../testing/any-profile';
import { anyText } from '../testing/any-text';
import { buildFakeSeal, fakeOpen } from '../testing/fake-seal';
import { buildExport } from './build-export';
import { readImport } from './read-import';

const anyProfiles = fc
  .nat({ max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count + 1 }, (_, index) => anyProfile(`id-${index}`))));

const anySecrets = fc.record({
  client_secret: anyText({ maxLength: 20 }),
  password: anyText({ maxLength: 20 }),
  token: anyText({ maxLength: 20 }),
  refresh_token: anyText({ maxLength: 20 }),
});

const NO_SECRETS = { client_secret: '', password: '', token: '', refresh_token: '' };
const withoutId = ({ id: _id, ...rest }: ReturnType<typeof buildProfile>) => rest;

describe('an export', () => {
  it('that is imported gives the same profiles', async () => {
    const property = fc.asyncProperty(anyProfiles, async (profiles) => {
      const reading = await readImport(await buildExport(profiles));
      const expected = profiles.map((profile) =>
        expect.objectContaining({ profile: withoutId(profile), secrets: NO_SECRETS }),
      );
      expect(reading).toEqual({ ok: true, source: 'own-export', profiles: expected, notes: [] });
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('with secrets gives these too, each at its profile, to whom knows the passphrase', async () => {
    const property = fc.asyncProperty(anyProfiles, fc.infiniteStream(anySecrets), async (profiles, stream) => {
      const secrets = new Map(profiles.map(({ id }) => [id, { ...NO_SECRETS, ...stream.next().value }]));
      const text = await buildExport(profiles, { secrets, seal: buildFakeSeal('correct horse') });
      const reading = await readImport(text, { sealed: { kind: 'open', passphrase: 'correct horse', open: fakeOpen } });
      const pairs = reading.ok ? reading.profiles.map((each) => [each.profile, each.secrets]) : [];
      expect(pairs).toEqual(profiles.map((profile) => [withoutId(profile), secrets.get(profile.id)]));
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('holds no secret that lies in a form by mistake', async () => {
    const form = { ...buildProfile('a').form, password: 'A3ddj3w', client_secret: 'gX1fBat3bV' };
    expect(await buildExport([buildProfile('a', { form })])).not.toMatch(/A3ddj3w|gX1fBat3bV/);
  });

  it('holds nothing of removed profiles, also not their secrets', async () => {
    const profiles = [buildProfile('a', { name: 'kept' }), buildProfile('b', { name: 'gone', removedAtMs: 1 })];
    const secrets = new Map([['b', { ...NO_SECRETS, password: 'A3ddj3w' }]]);
    const sealed: string[] = [];
    const seal = (text: string) => {
      sealed.push(text);
      return buildFakeSeal('x')(text);
    };
    const text = await buildExport(profiles, { secrets, seal });
    expect(`${text}${sealed.join('')}`).toContain('kept');
    expect(`${text}${sealed.join('')}`).not.toMatch(/gone|A3ddj3w/);
  });

  it('shows the ids of no profile, which an import could overwrite', async () => {
    expect(await buildExport([buildProfile('id-of-a-profile')])).not.toContain('id-of-a-profile');
  });
});
