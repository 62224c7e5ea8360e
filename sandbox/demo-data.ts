import { misbehaviours } from './misbehaviours.ts';
import { pluginGrantTypes } from './plugin-grants.ts';

/** Whom an access token stands for. A client that asks for itself is nobody: `id` is null. */
export type TokenSubject = { id: number | null; roles: string[] };

export type DemoUser = TokenSubject & {
  id: number;
  username: string;
  password: string;
  display_name: string;
  email: string;
  avatar_url: string | null;
};

/** `id`, `grants` and `accessTokenLifetime` (seconds) are what the OAuth2 library looks for. */
export type DemoClient = {
  id: string;
  /** A public client has none, and is refused when it sends one. */
  client_secret?: string;
  grants: string[];
  accessTokenLifetime?: number;
  rotatesRefreshTokens?: true;
  /** Its access tokens are JWTs; all others are opaque. */
  issuesJwts?: true;
  /** What the client is there to show, for the person who reads the console. */
  about: string;
};

export const grantTypes: string[] = ['client_credentials', 'password', 'refresh_token', ...pluginGrantTypes];

export const clientItself: TokenSubject = { id: null, roles: ['ROLE_CLIENT'] };

export const demoUsers: readonly DemoUser[] = [
  {
    id: 1,
    username: 'ada',
    password: 'demo',
    display_name: 'Ada',
    email: 'ada@example.com',
    avatar_url: null,
    roles: ['ROLE_USER', 'ROLE_ADMIN'],
  },
  {
    id: 2,
    username: 'grace',
    // Every character that a careless form encoder loses.
    password: 'p+a&s=s%ö 1',
    display_name: 'Grace',
    email: 'grace@example.com',
    avatar_url: null,
    roles: ['ROLE_USER'],
  },
];

/** Username by third-party token, by plug-in grant. */
export const thirdPartyTokens: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  facebook: { 'demo-facebook-token': 'ada' },
  google: { 'demo-google-token': 'grace' },
  'game-center': { 'demo-game-center-token': 'ada' },
};

export const demoRefreshToken = { refreshToken: 'demo-refresh-token', client_id: 'knetik', username: 'ada' } as const;

export const demoClients: readonly DemoClient[] = [
  { id: 'knetik', grants: grantTypes, about: 'public, behaves well' },
  {
    id: 'game-server',
    client_secret: 'demo-secret',
    grants: grantTypes,
    about: 'private, client_secret "demo-secret"',
  },
  { id: 'password-only', grants: ['password', 'refresh_token'], about: 'public, may not use the other grants' },
  { id: 'expires-soon', grants: grantTypes, accessTokenLifetime: 5, about: 'access tokens live 5 seconds' },
  { id: 'eternal', grants: grantTypes, accessTokenLifetime: 2_145_660_769, about: 'access tokens live 68 years' },
  {
    id: 'rotates',
    grants: grantTypes,
    rotatesRefreshTokens: true,
    about: 'a refresh token works once; using it again revokes all that came from it',
  },
  {
    id: 'rotates-often',
    grants: grantTypes,
    accessTokenLifetime: 5,
    rotatesRefreshTokens: true,
    about: 'rotates, and access tokens live 5 seconds',
  },
  {
    id: 'issues-jwts',
    grants: grantTypes,
    issuesJwts: true,
    about: 'access tokens are JWTs with letters of many scripts, whose scope is less than that of the answer',
  },
  ...Object.entries(misbehaviours).map(([id, { about, client }]) => ({ id, grants: grantTypes, about, ...client })),
];
