const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const text = (key: string, value: string) => ({ key, value, type: 'text' });
const string = (key: string, value: string) => ({ key, value, type: 'string' });

/** As Postman exports it in "Collection v2.1": OAuth 2.0 settings of the whole and of a folder, and two requests. */
export const POSTMAN_COLLECTION = {
  info: {
    _postman_id: '5f6d4b0e-9c1b-4f3b-8a57-0c2f6a9f8f11',
    name: 'Acme game',
    description: 'Users and inventory.',
    schema: SCHEMA,
    _exporter_id: '1234567',
  },
  item: [
    {
      name: 'Auth',
      item: [
        {
          name: 'Log in as a user',
          request: {
            auth: { type: 'noauth' },
            method: 'POST',
            header: [],
            body: {
              mode: 'urlencoded',
              urlencoded: [
                text('grant_type', 'password'),
                text('client_id', '{{client_id}}'),
                text('username', 'ada'),
                text('password', 'A3ddj3w-johndoe'),
                { ...text('client_secret', 'not-used-any-more'), disabled: true },
              ],
            },
            url: {
              raw: '{{base_url}}/oauth/token?source=postman',
              host: ['{{base_url}}'],
              path: ['oauth', 'token'],
              query: [{ key: 'source', value: 'postman' }],
            },
          },
          response: [],
        },
        {
          name: 'Log in as the server',
          request: {
            auth: { type: 'basic', basic: [string('password', 'gX1fBat3bV'), string('username', 's6BhdRkqt3')] },
            method: 'POST',
            body: { mode: 'raw', raw: 'grant_type=client_credentials' },
            url: { protocol: 'https', host: ['acme', 'knetikcloud', 'com'], path: ['oauth', 'token'] },
          },
        },
      ],
    },
    {
      name: 'Admin',
      auth: {
        type: 'oauth2',
        oauth2: [
          string('clientSecret', '{{admin_secret}}'),
          string('clientId', 'acme-admin'),
          string('grant_type', 'client_credentials'),
          string('accessTokenUrl', '{{base_url}}/oauth/token'),
          string('scope', 'read write'),
          string('addTokenTo', 'header'),
        ],
      },
      item: [{ name: 'Users', request: { method: 'GET', header: [], url: '{{base_url}}/users' } }],
    },
    {
      name: 'Somebody',
      request: {
        method: 'GET',
        auth: { type: 'oauth2', oauth2: [string('clientId', 'x'), string('grant_type', 'authorization_code')] },
        url: '{{base_url}}/users/me',
      },
    },
  ],
  auth: {
    type: 'oauth2',
    oauth2: [
      string('password', 'swordfish-of-grace'),
      string('username', 'grace'),
      string('clientId', '{{client_id}}'),
      string('grant_type', 'password_credentials'),
      string('accessTokenUrl', '{{base_url}}/oauth/token'),
      string('tokenName', 'Grace'),
    ],
  },
  event: [{ listen: 'prerequest', script: { type: 'text/javascript', exec: ['throw new Error("run")'] } }],
  variable: [
    string('app', 'acme'),
    string('base_url', 'https://{{app}}.devsandbox.knetikcloud.com'),
    string('client_id', 'acme-web'),
  ],
};

/** The same settings as "Collection v2" has them. */
export const POSTMAN_COLLECTION_V20 = {
  info: { name: 'Acme game', schema: SCHEMA.replace('v2.1.0', 'v2.0.0') },
  item: [],
  auth: {
    type: 'oauth2',
    oauth2: {
      accessTokenUrl: 'https://acme.devsandbox.knetikcloud.com/oauth/token',
      clientId: 'acme-web',
      clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
      grant_type: 'client_credentials',
    },
  },
};
