import { type Findings, type FoundLogin, countLeftOut } from './found-login';
import type { ImportNote } from './import-note';
import { getMember, getText, isJsonObject, listMembers } from './json-members';
import { fillPlaceholders } from './placeholders';

/** Flows by the names of Swagger 2 and OpenAPI 3, and the grant each stands for. */
const GRANT_TYPES = new Map([
  ['password', 'password'],
  ['application', 'client_credentials'],
  ['clientCredentials', 'client_credentials'],
]);

interface Flow {
  name: string;
  tokenUrl: string | undefined;
}

/**
 * The logins that an API's description offers, Swagger 2 or OpenAPI 3 as JSON; undefined for anything else.
 * @param documentUrl where it was loaded from; relative addresses in it start there
 */
export function readOpenApi(json: unknown, documentUrl: string | undefined): Findings | undefined {
  const isSwagger = getText(json, 'swagger') !== undefined;
  if (!isSwagger && getText(json, 'openapi') === undefined) return undefined;
  const flows = isSwagger ? listSwaggerFlows(json) : listOpenApiFlows(json);
  const base = (isSwagger ? findSwaggerBase(json, documentUrl) : findServer(json, documentUrl)) ?? documentUrl;
  const logins = flows.flatMap(({ name, tokenUrl }): FoundLogin[] => {
    const grant_type = GRANT_TYPES.get(name);
    if (grant_type === undefined) return [];
    const url = resolve(tokenUrl, base);
    return [{ tokenUrl: url, parameters: [['grant_type', grant_type]], notes: compareSites(url, documentUrl) }];
  });
  return {
    logins,
    notes: countLeftOut(flows.length - logins.length, 'redirect'),
  };
}

const listSchemes = (owner: unknown): unknown[] =>
  (isJsonObject(owner) ? Object.values(owner) : []).filter((scheme) => getText(scheme, 'type') === 'oauth2');

function listSwaggerFlows(json: unknown): Flow[] {
  const schemes = listSchemes(getMember(json, 'securityDefinitions'));
  return schemes.map((scheme) => ({ name: getText(scheme, 'flow') ?? '', tokenUrl: getText(scheme, 'tokenUrl') }));
}

function listOpenApiFlows(json: unknown): Flow[] {
  const schemes = listSchemes(getMember(getMember(json, 'components'), 'securitySchemes'));
  return schemes.flatMap((scheme) => {
    const flows = getMember(scheme, 'flows');
    const entries = isJsonObject(flows) ? Object.entries(flows) : [];
    return entries
      .filter(([, flow]) => isJsonObject(flow))
      .map(([name, flow]) => ({ name, tokenUrl: getText(flow, 'tokenUrl') }));
  });
}

/** Without a host or a scheme it is that of the document itself. */
function findSwaggerBase(json: unknown, documentUrl: string | undefined): string | undefined {
  const host = getText(json, 'host');
  const schemes = listMembers(json, 'schemes');
  const own = documentUrl !== undefined && URL.canParse(documentUrl) ? new URL(documentUrl) : undefined;
  const ownScheme = own?.protocol.slice(0, -1) ?? 'https';
  const first = schemes.find((scheme) => typeof scheme === 'string') ?? ownScheme;
  const scheme = schemes.includes('https') ? 'https' : first;
  const origin = host === undefined ? own?.origin : `${scheme}://${host}`;
  if (origin === undefined) return undefined;
  return `${origin}/${(getText(json, 'basePath') ?? '').replaceAll(/^\/|\/$/g, '')}/`.replace(/\/\/$/, '/');
}

function findServer(json: unknown, documentUrl: string | undefined): string | undefined {
  const [server] = listMembers(json, 'servers');
  const url = getText(server, 'url');
  const variables = getMember(server, 'variables');
  const entries = isJsonObject(variables) ? Object.entries(variables) : [];
  const defaults = new Map(entries.map(([name, variable]) => [name, getText(variable, 'default') ?? '']));
  // OpenAPI writes {name} where our placeholders are {{name}}.
  const filled = fillPlaceholders((url ?? '').replaceAll(/\{([^{}]{1,100})\}/g, '{{$1}}'), defaults);
  return url === undefined ? undefined : resolve(`${filled.replace(/\/$/, '')}/`, documentUrl);
}

/** Undefined when it cannot be known; an address that cannot be used is left for the check that follows. */
function resolve(url: string | undefined, base: string | undefined): string | undefined {
  if (url === undefined || URL.canParse(url)) return url;
  if (base !== undefined && URL.canParse(url, base)) return new URL(url, base).href;
  return undefined;
}

function compareSites(tokenUrl: string | undefined, documentUrl: string | undefined): ImportNote[] {
  if (tokenUrl === undefined || documentUrl === undefined) return [];
  const isOther =
    URL.canParse(tokenUrl) && URL.canParse(documentUrl) && new URL(tokenUrl).origin !== new URL(documentUrl).origin;
  return isOther ? [{ code: 'other-server' }] : [];
}
