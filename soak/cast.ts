// Who plays: logins of which two contest for one server, and the pages that call their APIs.
import { API, FOREIGN, NO_REVOKE, OWN_API, OWN_PAGE, SIBLING, SUBDOMAIN } from '../e2e/support/hosts.ts';
import type { TokenForm } from '../utils/oauth2/token-form.ts';

export interface Player {
  name: string;
  form: TokenForm;
  /** Pages of other origins from which its token goes to its API. */
  pages: readonly string[];
  /** Who the server takes it for; no two are the same. */
  owner: string;
}

const NOTHING_TYPED = {
  other_grant_type: '',
  client_secret: '',
  username: '',
  password: '',
  token: '',
  refresh_token: '',
};
const GRACE = { username: 'grace', password: 'p+a&s=s%ö 1' };

/** Whose refresh token the one is that is typed. */
const USER_OF_TYPED = 'ada';
export const TYPED_NAME = 'typed';
export const buildOwner = (client_id: string, username: string): string => `${client_id} ${username}`;

const play = (
  name: string,
  part: Pick<TokenForm, 'base_url' | 'grant' | 'client_id'> & Partial<TokenForm>,
  pages: readonly string[] = [],
): Player => {
  const form = { ...NOTHING_TYPED, ...part };
  const username = form.grant === 'refresh_token' ? USER_OF_TYPED : form.username;
  return { name, form, pages, owner: buildOwner(form.client_id, username) };
};

/** In the order of the list. All access tokens live five seconds. */
export const players: readonly Player[] = [
  play(
    'rotating',
    { base_url: API, grant: 'password', client_id: 'rotates-often', username: 'ada', password: 'demo' },
    [OWN_PAGE],
  ),
  play('contesting', { base_url: API, grant: 'password', client_id: 'expires-soon', ...GRACE }),
  play('apart', { base_url: SIBLING, grant: 'password', client_id: 'rotates-often', ...GRACE }),
  // Has nothing but its refresh token: once that is lost, so is the login.
  play(TYPED_NAME, { base_url: OWN_API, grant: 'refresh_token', client_id: 'expires-soon' }),
  // Has no refresh token, and its server cannot revoke.
  play('itself', { base_url: NO_REVOKE, grant: 'client_credentials', client_id: 'rotates-often' }),
];

export const findPlayer = (name: string): Player => {
  const player = players.find((each) => each.name === name);
  if (!player) throw new Error(`Nobody is called ${name}.`);
  return player;
};

/** Which pages call which APIs. */
export const calledBy: Readonly<Record<string, readonly string[]>> = {
  [API]: [API, SIBLING, SUBDOMAIN, FOREIGN],
  [SIBLING]: [SIBLING, API, FOREIGN],
  [OWN_PAGE]: [API, FOREIGN, OWN_PAGE],
  [OWN_API]: [OWN_API, API, FOREIGN],
  [NO_REVOKE]: [NO_REVOKE, SIBLING, FOREIGN],
  [FOREIGN]: [API, SIBLING, OWN_API],
};
export const pageOrigins = Object.keys(calledBy);
/** Those that the extension needs the user's permission for. */
export const permittedOrigins = [OWN_PAGE, OWN_API];
/** Where two logins may contest. */
export const CONTESTED = { page: API, api: API };
export const CONTESTANTS = ['rotating', 'contesting'] as const;
