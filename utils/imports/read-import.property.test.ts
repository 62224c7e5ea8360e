import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isConfidentialOrigin } from '../oauth2/base-url';
import { EMPTY_TOKEN_FORM } from '../oauth2/token-form';
import { ProfileSchema, buildProfile } from '../profiles/profile';
import { anyDocument } from '../testing/any-document';
import { anyJson, anyShellLine, withChanges } from '../testing/any-import';
import { anyText } from '../testing/any-text';
import { buildFakeSeal, fakeOpen } from '../testing/fake-seal';
import { fuzz, FUZZ_FACTOR } from '../testing/fuzz-runs';
import { ALL_CURL_LINES } from '../testing/import-examples/curl-lines';
import { OPENAPI_DOCUMENT, SWAGGER_DOCUMENT } from '../testing/import-examples/openapi-documents';
import { POSTMAN_COLLECTION, POSTMAN_COLLECTION_V20 } from '../testing/import-examples/postman-collection';
import { POSTMAN_ENVIRONMENT } from '../testing/import-examples/postman-environment';
import { buildExport } from './build-export';
import type { ImportReading, ImportedProfile } from './imported-profile';
import { readImport } from './read-import';

const OPTIONS = {
  documentUrl: 'https://acme.devsandbox.knetikcloud.com/swagger-ui.html',
  sealed: { kind: 'open' as const, passphrase: 'right', open: fakeOpen },
};
const FULL_REACH = { pages: ['https://page.example'], apis: ['https://api.example'], links: true, everything: true };
const SECRETS = new Map([
  ['a', { client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw', password: '', token: '', refresh_token: '' }],
]);

/** Every secret of the examples. They are too long to come out of any other text by chance. */
const KNOWN_SECRETS = /7Fjfp0ZBr1KtDRbnfVdmIw|gX1fBat3bV|A3ddj3w|swordfish|it's a secret/;

function expectSafe(reading: ImportReading): void {
  if (!reading.ok) return;
  expect(reading.profiles.length).toBeLessThanOrEqual(2000);
  expect(JSON.stringify(reading.notes)).not.toMatch(KNOWN_SECRETS);
  for (const imported of reading.profiles) {
    expectSafeProfile(imported, reading.source === 'own-export');
  }
}

function expectSafeProfile({ profile, secrets, notes }: ImportedProfile, isOwn: boolean): void {
  const stored = { id: 'x', ...profile };
  // Unchanged: nothing had to be taken away, neither secrets nor members that nobody knows.
  expect(v.parse(ProfileSchema, stored)).toEqual(stored);
  expect(isConfidentialOrigin(new URL(profile.form.base_url))).toBe(true);
  expect(Object.keys(secrets).toSorted()).toEqual(['client_secret', 'password', 'refresh_token', 'token']);
  expect(profile.name).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(JSON.stringify(notes)).not.toMatch(KNOWN_SECRETS);
  // A change can move a secret to where it is no secret, such as behind a client_id: then it is not among these.
  const taken = Object.values(secrets).filter((secret) => KNOWN_SECRETS.test(secret));
  const shown = JSON.stringify(profile);
  expect(taken.filter((secret) => shown.includes(secret))).toEqual([]);
  if (!isOwn) expect(profile.reach).toEqual({ pages: [], apis: [], links: false, everything: false });
}

const check = (texts: fc.Arbitrary<string>, numRuns: number, counts?: { ok: number }) =>
  fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const reading = await readImport(text, OPTIONS);
      expectSafe(reading);
      if (counts && reading.ok) counts.ok += 1;
    }),
    fuzz(numRuns),
  );

const expectCleanPrototypes = () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
};

describe('10,000 random imports neither crash nor bring what they must not', { timeout: 30_000 * FUZZ_FACTOR }, () => {
  it('any text', async () => {
    await check(anyText({ maxLength: 200 }), 1500);
    expectCleanPrototypes();
  });

  it('any JSON, with the names of every format and of prototypes', async () => {
    await check(anyJson, 1000);
    expectCleanPrototypes();
  });

  it('any JSON in the shape of a format', async () => {
    const counts = { ok: 0 };
    await check(anyDocument, 1000, counts);
    expect(counts.ok).toBeGreaterThan(100);
    expectCleanPrototypes();
  });

  it('any line for a shell', async () => {
    const counts = { ok: 0 };
    await check(anyShellLine, 3000, counts);
    expect(counts.ok).toBeGreaterThan(100);
  });

  it('lines of curl with a change or two', async () => {
    const counts = { ok: 0 };
    await check(withChanges(fc.constantFrom(...ALL_CURL_LINES)), 1000, counts);
    expect(counts.ok).toBeGreaterThan(100);
  });

  it('documents of every format with members changed, added and taken away', async () => {
    const profile = buildProfile('a', { reach: FULL_REACH, form: EMPTY_TOKEN_FORM });
    const own = [
      await buildExport([profile]),
      await buildExport([profile], { secrets: SECRETS, seal: buildFakeSeal('right') }),
    ];
    const foreign = [
      SWAGGER_DOCUMENT,
      OPENAPI_DOCUMENT,
      POSTMAN_COLLECTION,
      POSTMAN_COLLECTION_V20,
      POSTMAN_ENVIRONMENT,
    ];
    const texts = [...own, ...foreign.map((document) => JSON.stringify(document))];
    const counts = { ok: 0 };
    await check(withChanges(fc.constantFrom(...texts)), 2500, counts);
    expect(counts.ok).toBeGreaterThan(500);
    expectCleanPrototypes();
  });
});

describe('a long text that is made to take long', () => {
  const LENGTH = 1_000_000;
  const fill = (start: string, part: string, end = '') =>
    `${start}${part.repeat(Math.ceil((LENGTH - start.length) / part.length))}${end}`;

  // Each takes a fraction of a second; what grows with the square of the length would take minutes.
  it.each([
    ['quotes', fill('curl ', `'"`)],
    ['openings of quotes of bash', fill('curl ', "$'\\")],
    ['one endless word of bash', fill("curl $'", '\\x')],
    ['openings of variables', fill('curl "', '${a')],
    ['openings of commands', fill('curl ', '$(')],
    ['carets', fill('curl ^"', '^^"')],
    ['backslashes for cmd', fill('curl ^"', '\\')],
    ['words', fill('curl ', '-d ')],
    ['commands', fill('', 'curl https://a.example/oauth/token -d client_id=x;')],
    ['spaces', fill('curl', ' ')],
    ['pairs', fill('grant_type=password&', 'a=b&')],
    ['percent signs', fill('grant_type=password&username=', '%')],
    ['lines', fill('grant_type: password\n', 'a: b\n')],
    ['colons and spaces', fill('grant_type', ': ')],
    ['braces', fill('grant_type=password&username=', '{')],
    ['a prompt', fill('C:\\', '\\')],
    ['brackets', fill('', '[')],
    ['brackets that are closed', `${'['.repeat(LENGTH / 2)}${']'.repeat(LENGTH / 2)}`],
    ['an address', JSON.stringify({ ...SWAGGER_DOCUMENT, host: fill('a', '.a') })],
    ['a base path', JSON.stringify({ ...SWAGGER_DOCUMENT, basePath: fill('', '/') })],
    [
      'a name',
      JSON.stringify({
        format: 'knetikcloud-credential-helper',
        version: 1,
        profiles: [{ name: fill('', '\u202E ') }],
      }),
    ],
  ])('of %s is read in less than five seconds', async (_case, text) => {
    const start = performance.now();
    expectSafe(await readImport(text, OPTIONS));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
