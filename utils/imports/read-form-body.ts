import { type FormPair, readFormPairs } from './form-pairs';
import type { Findings } from './found-login';

const TELLING = new Set(['grant_type', 'client_id', 'client_secret', 'username', 'password', 'refresh_token']);

/**
 * The body of a token request: `grant_type=…&client_id=…`, also over several lines, or as the browsers' network panels
 * show it, one `name: value` a line. Undefined for anything else.
 */
export function readFormBody(text: string): Findings | undefined {
  const parameters = text.split('\n').flatMap(readLine);
  const telling = new Set(parameters.map(([name]) => name).filter((name) => TELLING.has(name)));
  const isLogin = telling.has('grant_type') || telling.size > 1;
  return isLogin ? { logins: [{ parameters }] } : undefined;
}

function readLine(line: string): FormPair[] {
  const trimmed = line.trim().replace(/^[&?]/, '');
  // Not decoded: the panels show values as they were before encoding.
  const [, name, value] = /^([\w.-]{1,40}):\s?(.*)$/.exec(trimmed) ?? [];
  if (name !== undefined && value !== undefined) return [[name, value]];
  return readFormPairs(trimmed);
}
