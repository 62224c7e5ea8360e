import { type FormPair, readBasicPairs, readFormPairs, splitQuery } from './form-pairs';
import { type FoundLogin, isTokenUrl } from './found-login';
import { getMember, getText, isJsonObject, listMembers } from './json-members';
import { readSettings } from './postman-values';

const PARAMETER_NAMES = new Map(Object.entries({ clientId: 'client_id', clientSecret: 'client_secret' }));
const GRANT_TYPES = new Map(Object.entries({ password_credentials: 'password' }));
const LOGIN_SETTINGS = new Set(['accessTokenUrl', 'clientId', 'clientSecret', 'username', 'password']);

/** How Postman shows, sends and gets a token: of no use to another tool. */
const OWN_SETTINGS = new Set([
  'addTokenTo',
  'tokenName',
  'tokenType',
  'headerPrefix',
  'client_authentication',
  'useBrowser',
  'redirect_uri',
  'authUrl',
  'state',
  'challengeAlgorithm',
  'code_verifier',
  'refreshTokenUrl',
  'grant_type',
  'accessTokenUrl',
]);

/** The login of an `auth` member of type oauth2; `redirect` when it is one that goes over pages of the server. */
export function readPostmanAuth(auth: unknown): FoundLogin | 'redirect' | undefined {
  if (getText(auth, 'type') !== 'oauth2') return undefined;
  const settings = readSettings(auth, 'oauth2');
  if (!settings.some(([name, value]) => LOGIN_SETTINGS.has(name) && value !== '')) return undefined;
  const find = (wanted: string) => settings.find(([name]) => name === wanted)?.[1];
  const grant_type = find('grant_type') ?? '';
  if (/^(?:implicit|authorization_code)/.test(grant_type)) return 'redirect';
  const rest = settings
    .filter(([name, value]) => !OWN_SETTINGS.has(name) && value !== '')
    .map(([name, value]): FormPair => [PARAMETER_NAMES.get(name) ?? name, value]);
  const parameters: FormPair[] = [['grant_type', GRANT_TYPES.get(grant_type) ?? grant_type], ...rest];
  return { tokenUrl: find('accessTokenUrl'), parameters };
}

/** The login that a request to the token endpoint carries out; undefined for any other request. */
export function readPostmanRequest(request: unknown, fill: (text: string) => string): FoundLogin | undefined {
  const url = readUrl(getMember(request, 'url'));
  if (url === undefined) return undefined;
  const { address, pairs } = splitQuery(fill(url));
  if (!isTokenUrl(address)) return undefined;
  const body = getMember(request, 'body');
  const parameters = [
    ...readSettings(body, 'urlencoded'),
    ...readSettings(body, 'formdata'),
    ...(getText(body, 'mode') === 'raw' ? readFormPairs(getText(body, 'raw') ?? '') : []),
    ...readBasic(request),
    ...pairs,
  ];
  return parameters.length > 0 ? { tokenUrl: address, parameters } : undefined;
}

/** A text, or an object with its parts. */
function readUrl(url: unknown): string | undefined {
  if (typeof url === 'string') return url;
  if (!isJsonObject(url)) return undefined;
  const raw = getText(url, 'raw');
  if (raw !== undefined) return raw;
  const join = (name: string, separator: string) =>
    getText(url, name) ??
    listMembers(url, name)
      .filter((part) => typeof part === 'string')
      .join(separator);
  const port = getText(url, 'port');
  return `${getText(url, 'protocol') ?? 'https'}://${join('host', '.')}${port ? `:${port}` : ''}/${join('path', '/')}`;
}

function readBasic(request: unknown): readonly FormPair[] {
  const auth = getMember(request, 'auth');
  if (getText(auth, 'type') === 'basic') {
    const names = new Map(Object.entries({ username: 'client_id', password: 'client_secret' }));
    return readSettings(auth, 'basic').flatMap(([name, value]): FormPair[] => {
      const parameter = names.get(name);
      return parameter === undefined ? [] : [[parameter, value]];
    });
  }
  const headers = readSettings(request, 'header');
  return headers.filter(([name]) => /^authorization$/i.test(name)).flatMap(([, value]) => readBasicPairs(value));
}
