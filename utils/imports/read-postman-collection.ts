import { type Findings, type FoundLogin, MAX_LOGINS, countLeftOut } from './found-login';
import { getMember, isJsonObject, listMembers } from './json-members';
import { fillPlaceholders } from './placeholders';
import { readPostmanAuth, readPostmanRequest } from './postman-login';
import { readVariables } from './postman-values';

/**
 * The logins of a collection of Postman, v2.0 or v2.1: OAuth 2.0 settings of the whole, of folders and of requests, and
 * requests to the token endpoint. Undefined for anything else.
 */
export function readPostmanCollection(json: unknown): Findings | undefined {
  // Postman's API answers with the collection inside.
  const collection = getMember(json, 'collection') ?? json;
  if (!isJsonObject(getMember(collection, 'info')) || !Array.isArray(getMember(collection, 'item'))) return undefined;
  const variables = readVariables(collection, 'variable');
  const fill = (text: string) => fillPlaceholders(text, variables);
  const logins: FoundLogin[] = [];
  let redirects = 0;
  const take = (found: FoundLogin | 'redirect' | undefined) => {
    if (found === 'redirect') redirects += 1;
    else if (found) logins.push(fillLogin(found, fill));
  };
  // Not recursive: folders may be nested deeper than the call stack.
  const waiting: unknown[] = [collection];
  while (waiting.length > 0 && logins.length < MAX_LOGINS) {
    const node = waiting.pop();
    const request = getMember(node, 'request');
    take(readPostmanAuth(getMember(node, 'auth')));
    take(readPostmanAuth(getMember(request, 'auth')));
    take(readPostmanRequest(request, fill));
    for (const item of listMembers(node, 'item').toReversed()) waiting.push(item);
  }
  return { logins, notes: countLeftOut(redirects, 'redirect') };
}

function fillLogin({ tokenUrl, parameters }: FoundLogin, fill: (text: string) => string): FoundLogin {
  return {
    tokenUrl: tokenUrl === undefined ? undefined : fill(tokenUrl),
    parameters: parameters.map(([name, value]) => [name, fill(value)] as const),
  };
}
