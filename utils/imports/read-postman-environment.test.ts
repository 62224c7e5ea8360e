import { describe, expect, it } from 'vitest';
import { POSTMAN_ENVIRONMENT } from '../testing/import-examples/postman-environment';
import { readImport } from './read-import';

const read = (json: unknown) => readImport(JSON.stringify(json));

describe('an environment of Postman', () => {
  it('gives one profile, its secrets apart', async () => {
    expect(await read(POSTMAN_ENVIRONMENT)).toEqual({
      ok: true,
      source: 'postman-environment',
      notes: [],
      profiles: [
        {
          profile: {
            name: 'acme production · ada',
            colour: 'red',
            isProduction: true,
            form: {
              base_url: 'https://acme.knetikcloud.com',
              grant: 'password',
              other_grant_type: '',
              client_id: 'acme-web',
              username: 'ada',
              client_secret: '',
              password: '',
              token: '',
              refresh_token: '',
            },
            reach: { pages: [], apis: [], links: false, everything: false },
          },
          secrets: {
            client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
            password: 'A3ddj3w-johndoe',
            token: '',
            refresh_token: '',
          },
          notes: [{ code: 'no-grant' }, { code: 'not-sent', names: ['app'], hiddenCount: 0 }],
        },
      ],
    });
  });

  it.each([
    ['base_url', 'https://acme.knetikcloud.com', []],
    ['url', 'acme.knetikcloud.com/', []],
    ['HOST', 'acme.knetikcloud.com', []],
    ['access-token-url', 'https://acme.knetikcloud.com/oauth/token', []],
    ['baseUrl', 'https://acme.knetikcloud.com/v2', [{ code: 'other-path' }]],
  ])('may name the address %s: %s', async (key, value, notes) => {
    const values = [
      { key, value },
      { key: 'client_id', value: 'a' },
      { key: 'grant_type', value: 'client_credentials' },
    ];
    const reading = await read({ name: 'x', values });
    expect(reading).toMatchObject({
      profiles: [{ profile: { form: { base_url: 'https://acme.knetikcloud.com' } }, notes }],
    });
  });

  it('without anything of a login gives nothing', async () => {
    const values = [{ key: 'page_size', value: '25', enabled: true }, null, 7, { key: 1, value: {} }];
    expect(await read({ name: 'x', values })).toEqual({ ok: false, code: 'nothing-usable', notes: [] });
  });
});
