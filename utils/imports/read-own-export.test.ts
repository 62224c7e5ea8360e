import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH, buildProfile } from '../profiles/profile';
import { buildFakeSeal, fakeOpen } from '../testing/fake-seal';
import { buildExport } from './build-export';
import { migrateExport } from './export-format';
import { readImport } from './read-import';

const PROFILE = buildProfile('a', { name: 'acme devsandbox · ada' });
const SECRETS = { client_secret: '', password: 'A3ddj3w', token: '', refresh_token: '' };
const buildSealed = () => buildExport([PROFILE], { secrets: new Map([['a', SECRETS]]), seal: buildFakeSeal('right') });
const openWith = (passphrase: string) => ({ sealed: { kind: 'open' as const, passphrase, open: fakeOpen } });

/** The export of one profile, changed by hand. */
async function buildChanged(change: object, profileChange: object = {}): Promise<string> {
  const document = JSON.parse(await buildExport([PROFILE]));
  return JSON.stringify({ ...document, profiles: [{ ...document.profiles[0], ...profileChange }], ...change });
}

describe('an export with secrets', () => {
  it('asks for its passphrase', async () => {
    expect(await readImport(await buildSealed())).toEqual({ ok: false, code: 'passphrase-needed' });
  });

  it('says that a passphrase is wrong', async () => {
    expect(await readImport(await buildSealed(), openWith('wrong'))).toEqual({ ok: false, code: 'wrong-passphrase' });
  });

  it('opens with the right one', async () => {
    expect(await readImport(await buildSealed(), openWith('right'))).toMatchObject({
      profiles: [{ secrets: SECRETS }],
    });
  });

  it('can be imported without its secrets', async () => {
    const reading = await readImport(await buildSealed(), { sealed: { kind: 'leave' } });
    expect(reading).toMatchObject({ ok: true, profiles: [{ secrets: { password: '' } }] });
  });

  it.each([
    [
      'another base URL, where the secrets would be sent',
      '"base_url": "https://devsandbox.knetikcloud.com"',
      '"base_url": "https://evil.example"',
    ],
    ['another page', '"pages": []', '"pages": ["https://evil.example"]'],
    ['a profile too few', /"profiles": \[.*\],\s+"sealed"/s, '"profiles": [], "sealed"'],
    ['a record that is none', '"version": 1,\n    "kdf"', '"version": 7, "kdf"'],
  ])('is damaged when somebody has put in %s', async (_case, from, to) => {
    const text = await buildSealed();
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(await readImport(changed, openWith('right'))).toEqual({ ok: false, code: 'damaged' });
  });

  it.each([
    ['no JSON', 'x'],
    ['another document', '{}'],
    [
      'secrets of the wrong shape',
      JSON.stringify({ format: 'knetikcloud-credential-helper', version: 1, profiles: [], secrets: 7 }),
    ],
  ])('is damaged when %s was sealed', async (_case, content) => {
    const document = JSON.parse(await buildSealed());
    const text = JSON.stringify({ ...document, sealed: await buildFakeSeal('right')(content) });
    expect(await readImport(text, openWith('right'))).toEqual({ ok: false, code: 'damaged' });
  });
});

describe('an export that somebody has changed', () => {
  it.each([
    ['of a later version', { version: 2 }, 'newer-version'],
    ['of no version', { version: undefined }, 'damaged'],
    ['of an odd version', { version: 0.5 }, 'damaged'],
    ['with no list of profiles', { profiles: {} }, 'damaged'],
    ['with a damaged profile alone', { profiles: [{}] }, 'damaged'],
  ])('is not read %s', async (_case, change, code) => {
    expect(await readImport(await buildChanged(change))).toEqual({ ok: false, code });
  });

  it('with no profiles has nothing to offer', async () => {
    const reading = await readImport(await buildChanged({ profiles: [] }));
    expect(reading).toEqual({ ok: false, code: 'nothing-usable', notes: [] });
  });

  it('has its damaged profiles left out, which is told', async () => {
    const good = JSON.parse(await buildChanged({})).profiles[0];
    const http = { ...good, form: { ...good.form, base_url: 'http://devsandbox.knetikcloud.com' } };
    const widePage = { ...good, reach: { ...good.reach, pages: ['https://*'] } };
    const reading = await readImport(await buildChanged({ profiles: [http, good, widePage, null] }));
    const notes = [{ code: 'left-out', reason: 'damaged', count: 3 }];
    expect(reading).toMatchObject({ profiles: [{ profile: { name: PROFILE.name } }], notes });
  });

  it('gives no more profiles than can be kept', async () => {
    const good = JSON.parse(await buildChanged({})).profiles[0];
    const reading = await readImport(await buildChanged({ profiles: Array.from({ length: 2003 }, () => good) }));
    expect(reading.ok && reading.profiles).toHaveLength(2000);
    expect(reading).toMatchObject({ notes: [{ code: 'left-out', reason: 'too-many', count: 3 }] });
  });

  it('has no say in ids, in removals, and in secrets that are not sealed', async () => {
    const form = { ...PROFILE.form, password: 'A3ddj3w' };
    const reading = await readImport(await buildChanged({ secrets: [SECRETS] }, { id: 'a', removedAtMs: 5, form }));
    const [imported] = reading.ok ? reading.profiles : [];
    expect(imported?.profile).toEqual({ ...PROFILE, id: undefined });
    expect(imported?.secrets.password).toBe('');
  });

  it.each([
    ['marks of writing direction', 'acme\u202Emoc.\u2066 x', 'acmemoc. x'],
    ['control characters and lines', '\u0000a\tb\nc\u2028\u007F', 'a b c'],
    ['nothing that can be seen', '\u200B \uFEFF', 'Imported profile'],
    ['more than a name may have', 'é'.repeat(200), 'é'.repeat(MAX_NAME_LENGTH)],
    ['a character at the very end of it', `${'x'.repeat(MAX_NAME_LENGTH - 1)}😀`, 'x'.repeat(MAX_NAME_LENGTH - 1)],
  ])('has its names cleaned of %s', async (_case, name, cleaned) => {
    expect(await readImport(await buildChanged({}, { name }))).toMatchObject({
      profiles: [{ profile: { name: cleaned } }],
    });
  });

  it('has its reach proposed, and tells when production is not marked as such', async () => {
    const reach = { pages: ['https://page.example'], apis: ['https://api.example'], links: true, everything: true };
    const form = { ...PROFILE.form, base_url: 'https://acme.knetikcloud.com' };
    const reading = await readImport(await buildChanged({}, { reach, form }));
    const notes = [{ code: 'unmarked-production' }];
    expect(reading).toMatchObject({ profiles: [{ notes, profile: { reach } }] });
  });
});

describe('an export of an old version', () => {
  const migrations = [
    (old: object) => ({ ...old, version: 2, first: true }),
    (old: object) => ({ ...old, version: 3, second: true }),
  ];

  it.each([
    [1, { version: 3, first: true, second: true }],
    [2, { version: 3, second: true }],
    [3, { version: 3 }],
  ])('is brought up to date step by step from version %i', (version, document) => {
    expect(migrateExport({ version }, migrations)).toEqual({ ok: true, document });
  });

  it('is not brought back from a later one', () => {
    expect(migrateExport({ version: 4 }, migrations)).toEqual({ ok: false, code: 'newer-version' });
  });
});
