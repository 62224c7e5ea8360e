import * as fc from 'fast-check';
import { anyJson } from './any-import';

type Text = fc.Arbitrary<string>;

/** Mostly what belongs there, sometimes any JSON value. */
const mostly = (proper: Text): Text => fc.oneof({ weight: 6, arbitrary: proper }, { weight: 1, arbitrary: anyJson });

const one = (...values: readonly unknown[]): Text => fc.constantFrom(...values.map((value) => JSON.stringify(value)));

const list = (item: Text): Text => fc.array(mostly(item), { maxLength: 4 }).map((items) => `[${items.join(',')}]`);

const object = (members: Readonly<Record<string, Text>>): Text =>
  fc
    .tuple(
      ...Object.entries(members).map(([name, value]) =>
        fc
          .tuple(mostly(value), fc.nat(9))
          .map(([text, luck]) => (luck === 0 ? '"__proto__":{"polluted":1}' : `"${name}":${text}`)),
      ),
    )
    .map((texts) => `{${texts.join(',')}}`);

const url = one(
  'https://acme.knetikcloud.com/oauth/token',
  '{{base}}/oauth/token',
  'http://evil.example/oauth/token',
  'https://a:b@evil.example/oauth/token',
  'javascript://evil.example/oauth/token',
  'https://*/oauth/token',
  '/oauth/token',
  'oauth\\token',
);
const name = one('grant_type', 'clientId', 'client_id', 'username', 'base', 'accessTokenUrl', '__proto__');
const value = one('password', 'client_credentials', 'steam', '{{base}}', 'ada\u202E', '', 'https://b.example');

/** A secret stands only where secrets belong: elsewhere nobody could tell that it is one. */
const secret = object({ key: one('clientSecret', 'password', 'client_secret'), value: one('A3ddj3w-johndoe') });
const pair = fc.oneof(object({ key: name, value }), secret);
const oauth2 = object({
  accessTokenUrl: url,
  clientId: value,
  clientSecret: one('gX1fBat3bV'),
  username: value,
  grant_type: value,
});
const auth = object({ type: one('oauth2', 'basic'), oauth2: fc.oneof(oauth2, list(pair)), basic: list(pair) });
const request = object({
  url,
  auth,
  header: list(pair),
  body: object({ mode: one('raw'), raw: one('a=b&grant_type=c'), urlencoded: list(pair) }),
});
const item = object({
  request,
  auth,
  item: list(object({ request, auth })),
  links: one(true),
  reach: one({ links: true }),
});
const scheme = object({
  type: one('oauth2'),
  flow: one('password', 'application', 'implicit'),
  tokenUrl: url,
  flows: object({ password: object({ tokenUrl: url }) }),
});
const profile = object({
  name: value,
  colour: one('red', 'pink'),
  isProduction: one(true, false),
  form: object({
    base_url: one('https://b.example', 'http://evil.example'),
    grant: value,
    other_grant_type: value,
    client_id: value,
    username: value,
  }),
  reach: object({
    pages: list(one('https://b.example', 'https://*')),
    apis: list(url),
    links: one(true),
    everything: one(true, false),
  }),
});

/** A document in the shape of one of the formats, with anything in any place. */
export const anyDocument: Text = fc.oneof(
  object({ info: one({}), item: list(item), auth, variable: list(pair) }),
  object({ name: value, values: list(pair) }),
  object({
    swagger: one('2.0'),
    host: one('a.example', '*', 'a b'),
    schemes: list(one('https', 'http')),
    securityDefinitions: object({ a: scheme, b: scheme }),
  }),
  object({
    openapi: one('3.1.0'),
    servers: list(object({ url })),
    components: object({ securitySchemes: object({ a: scheme }) }),
  }),
  object({ format: one('knetikcloud-credential-helper'), version: one(1), profiles: list(profile) }),
);
