import type { FormPair } from './form-pairs';
import type { Findings } from './found-login';
import { readVariables } from './postman-values';
import { getMember } from './json-members';
import { fillPlaceholders } from './placeholders';

/** What people call the address of the API and the parameters, in lower case and without "_", "-" and the like. */
const BASE_URL_NAMES = new Set(['baseurl', 'apibaseurl', 'apiurl', 'url', 'server', 'serverurl', 'host', 'hostname']);
const TOKEN_URL_NAMES = new Set(['tokenurl', 'accesstokenurl', 'oauthurl', 'tokenendpoint']);
const PARAMETER_NAMES = new Map([
  ['clientid', 'client_id'],
  ['clientsecret', 'client_secret'],
  ['username', 'username'],
  ['user', 'username'],
  ['login', 'username'],
  ['password', 'password'],
  ['pass', 'password'],
  ['refreshtoken', 'refresh_token'],
  ['granttype', 'grant_type'],
]);

const normalize = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The one login that an environment of Postman stands for; undefined for anything else. */
export function readPostmanEnvironment(json: unknown): Findings | undefined {
  if (!Array.isArray(getMember(json, 'values'))) return undefined;
  const variables = readVariables(json, 'values');
  const entries = Array.from(variables, ([name, value]) => [name, fillPlaceholders(value, variables)] as const);
  const find = (names: ReadonlySet<string>) =>
    entries.find(([name, value]) => names.has(normalize(name)) && value)?.[1];
  const tokenUrl = find(TOKEN_URL_NAMES);
  const baseUrl = find(BASE_URL_NAMES);
  const parameters = entries
    .filter(([name]) => !BASE_URL_NAMES.has(normalize(name)) && !TOKEN_URL_NAMES.has(normalize(name)))
    .map(([name, value]): FormPair => [PARAMETER_NAMES.get(normalize(name)) ?? name, value]);
  const named = entries.filter(([name]) => PARAMETER_NAMES.has(normalize(name)));
  if (tokenUrl === undefined && baseUrl === undefined && named.length === 0) return { logins: [] };
  return { logins: [{ tokenUrl: tokenUrl ?? buildTokenUrl(baseUrl), parameters }] };
}

function buildTokenUrl(baseUrl: string | undefined): string | undefined {
  return baseUrl === undefined ? undefined : `${baseUrl.trim().replace(/\/$/, '')}/oauth/token`;
}
