import { describe, expect, it } from 'vitest';
import { POSTMAN_COLLECTION, POSTMAN_COLLECTION_V20 } from '../testing/import-examples/postman-collection';
import { readImport } from './read-import';

const read = (json: unknown) => readImport(JSON.stringify(json));
const origin = 'https://acme.devsandbox.knetikcloud.com';

describe('a collection of Postman', () => {
  it('gives a profile for each login in it: of the whole, of a folder, of a request', async () => {
    const reading = await read(POSTMAN_COLLECTION);
    expect(reading).toMatchObject({
      ok: true,
      source: 'postman-collection',
      notes: [{ code: 'left-out', reason: 'redirect', count: 1 }],
    });
    const profiles = reading.ok ? reading.profiles : [];
    const rows = profiles.map(({ profile: { name, form }, secrets, notes }) => [
      name,
      form.base_url,
      form.grant,
      form.client_id,
      Object.values(secrets).filter(Boolean),
      notes,
    ]);
    expect(rows).toEqual([
      ['acme devsandbox · grace', origin, 'password', 'acme-web', ['swordfish-of-grace'], []],
      [
        'acme devsandbox · ada',
        origin,
        'password',
        'acme-web',
        ['A3ddj3w-johndoe'],
        [{ code: 'not-sent', names: ['source'], hiddenCount: 0 }],
      ],
      [
        'acme production · s6BhdRkqt3',
        'https://acme.knetikcloud.com',
        'client_credentials',
        's6BhdRkqt3',
        ['gX1fBat3bV'],
        [],
      ],
      [
        'acme devsandbox · acme-admin',
        origin,
        'client_credentials',
        'acme-admin',
        [],
        [
          { code: 'variable', parameter: 'client_secret' },
          { code: 'not-sent', names: ['scope'], hiddenCount: 0 },
        ],
      ],
    ]);
  });

  it('may have the settings of v2.0', async () => {
    expect(await read(POSTMAN_COLLECTION_V20)).toMatchObject({
      profiles: [
        {
          profile: { form: { base_url: origin, client_id: 'acme-web' } },
          secrets: { client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw' },
        },
      ],
    });
  });

  it("may come as Postman's API answers it", async () => {
    expect(await read({ collection: POSTMAN_COLLECTION_V20 })).toMatchObject({
      ok: true,
      source: 'postman-collection',
    });
  });

  it('may hold no login', async () => {
    expect(await read({ info: {}, item: [] })).toEqual({ ok: false, code: 'nothing-usable', notes: [] });
  });

  it('may have folders nested deeper than any stack', async () => {
    const depth = 50_000;
    const inner = JSON.stringify({ auth: POSTMAN_COLLECTION_V20.auth });
    const text = `{"info":{},"item":[${'{"item":['.repeat(depth)}${inner}${']}'.repeat(depth)}]}`;
    expect(await readImport(text)).toMatchObject({ ok: true, profiles: [{}] });
  });

  it('gives not more profiles than can be kept, and says so', async () => {
    const item = Array.from({ length: 2500 }, (_, index) => ({
      request: {
        url: 'https://a.example/oauth/token',
        body: { urlencoded: [{ key: 'client_id', value: `c${index}` }] },
      },
    }));
    const reading = await read({ info: {}, item });
    expect(reading.ok && reading.profiles).toHaveLength(2000);
    expect(reading).toMatchObject({ notes: [{ code: 'first-only', count: 2000 }] });
  });

  it('with variables that name each other without end is read in little time', async () => {
    const variable = Array.from({ length: 20 }, (_, index) => ({
      key: `v${index}`,
      value: `{{v${(index + 1) % 20}}}`.repeat(500),
    }));
    const auth = { type: 'oauth2', oauth2: { clientId: '{{v0}}', clientSecret: '{{v1}}' } };
    const reading = await read({ info: {}, item: Array.from({ length: 1000 }, () => ({ auth })), variable });
    expect(reading).toMatchObject({ ok: true, profiles: [{ secrets: { client_secret: '' } }] });
  }, 2000);
});
