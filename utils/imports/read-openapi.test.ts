import { describe, expect, it } from 'vitest';
import { swaggerDoc } from '../../sandbox/swagger-doc';
import { OPENAPI_DOCUMENT, SWAGGER_DOCUMENT } from '../testing/import-examples/openapi-documents';
import { readImport } from './read-import';

async function read(json: unknown, documentUrl?: string) {
  const reading = await readImport(JSON.stringify(json), { documentUrl });
  if (!reading.ok) return reading;
  const rows = reading.profiles.map(({ profile: { name, form }, notes }) => [
    name,
    form.base_url,
    form.grant,
    ...notes,
  ]);
  return { rows, notes: reading.notes };
}

const NO_CLIENT = { code: 'no-client-id', proposed: 'knetik' };
const ELSEWHERE = { code: 'other-server' };
const REDIRECT = [{ code: 'left-out', reason: 'redirect', count: 1 }];

describe("an API's description", () => {
  it('in Swagger 2 gives a profile for each login with a token endpoint alone', async () => {
    const sandbox = 'https://acme.sandbox.knetikcloud.com';
    expect(await read(SWAGGER_DOCUMENT, `${sandbox}/v2/api-docs`)).toEqual({
      rows: [
        ['acme sandbox · server client', sandbox, 'client_credentials', NO_CLIENT],
        ['acme sandbox · user login', sandbox, 'password', NO_CLIENT],
      ],
      notes: REDIRECT,
    });
  });

  it('in OpenAPI 3 as well', async () => {
    expect(await read(OPENAPI_DOCUMENT, 'https://acme.knetikcloud.com/api.json')).toEqual({
      rows: [
        ['acme devsandbox · user login', 'https://acme.devsandbox.knetikcloud.com', 'password', NO_CLIENT, ELSEWHERE],
        ['acme production · server client', 'https://acme.knetikcloud.com', 'client_credentials', NO_CLIENT],
      ],
      notes: REDIRECT,
    });
  });

  it('without a host is for the server that it was loaded from', async () => {
    expect(await read(swaggerDoc, 'http://localhost:8443/v2/api-docs?group=all')).toMatchObject({
      rows: [
        ['localhost:8443 · user login', 'http://localhost:8443', 'password', NO_CLIENT],
        ['localhost:8443 · server client', 'http://localhost:8443', 'client_credentials', NO_CLIENT],
      ],
    });
  });

  it('without a host and from nowhere says that the server is not known', async () => {
    const note = { code: 'no-server' };
    const row = [
      'devsandbox · server client',
      'https://devsandbox.knetikcloud.com',
      'client_credentials',
      note,
      NO_CLIENT,
    ];
    expect(
      await read({
        ...swaggerDoc,
        securityDefinitions: { a: swaggerDoc.securityDefinitions.client_credentials_grant },
      }),
    ).toMatchObject({ rows: [row] });
  });

  it('has its relative token address resolved with the base path', async () => {
    const scheme = { type: 'oauth2', flow: 'password', tokenUrl: 'oauth/token' };
    const note = { code: 'other-path' };
    const document = { swagger: '2.0', host: 'a.example', basePath: '/v1', securityDefinitions: { scheme } };
    expect(await read(document)).toEqual({
      rows: [['a.example · user login', 'https://a.example', 'password', note, NO_CLIENT]],
      notes: [],
    });
  });

  it.each([
    ['http alone', { schemes: ['http'] }],
    ['a scheme of its own', { host: 'a.example', schemes: ['javascript'] }],
    ['a login in the address', { host: 'johndoe:A3ddj3w@a.example' }],
    ['a wildcard for a host', { host: '*' }],
  ])('with %s leads to no profile', async (_case, change) => {
    expect(await read({ ...SWAGGER_DOCUMENT, ...change })).toMatchObject({ ok: false, code: 'nothing-usable' });
  });
});
