import { type CurlOption, readCurlOptions } from './curl-options';
import { type Findings, type FoundLogin, MAX_LOGINS, isTokenUrl } from './found-login';
import { type FormPair, readBasicPairs, readFormPairs, readUserPairs, splitQuery } from './form-pairs';
import type { PlainNote } from './import-note';
import { splitBash } from './split-bash';
import { splitCmd } from './split-cmd';

/** With what people copy before it: a prompt. */
const CURL_LINE = /^(?:[$#>%]\s{1,10}|[A-Za-z]:\\[^>\n]{0,200}>\s{0,10})?(?=curl(?:\.exe)?\s)/i;

/** The logins of command lines of curl, as people type them and browsers copy them; undefined for anything else. */
export function readCurl(text: string): Findings | undefined {
  if (!CURL_LINE.test(text)) return undefined;
  const lines = text.replace(CURL_LINE, '');
  const commands = isForCmd(lines) ? splitCmd(lines) : splitBash(lines);
  const calls = commands.filter(([program = '']) => /^curl(?:\.exe)?$/i.test(program));
  const logins = calls
    .slice(0, MAX_LOGINS)
    .map(([, ...words]) => readCall(readCurlOptions(words)))
    .filter((login) => login !== undefined);
  return { logins, notes: logins.length === 0 ? [{ code: 'not-a-token-request' }] : [] };
}

/** Told by which comes first: a caret as cmd needs it, or a quote or backslash as other shells do. */
function isForCmd(text: string): boolean {
  const [, first = ''] = /\s(\^(?=["\n])|\$?'|\\\n)/.exec(text) ?? [];
  return first === '^';
}

function readCall(options: readonly CurlOption[]): FoundLogin | undefined {
  const urls = options.filter(({ name }) => name === 'url').map(({ value }) => value);
  const url = urls.find((each) => isTokenUrl(each)) ?? urls.find((each) => /[./:]/.test(each));
  const { address, pairs } = splitQuery(url ?? '');
  const read = options.map(readOption);
  const parameters = [...read.flatMap((each) => each.pairs ?? []), ...pairs];
  const isLogin = isTokenUrl(address) || parameters.some(([name]) => name === 'grant_type');
  if (!isLogin) return undefined;
  const codes = new Set(read.flatMap(({ note }) => note ?? []));
  return { tokenUrl: address, parameters, notes: [...codes].map((code) => ({ code })) };
}

function readOption({ name, value }: CurlOption): { pairs?: readonly FormPair[]; note?: PlainNote } {
  switch (name) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
      return value.startsWith('@') ? { note: 'file' } : { pairs: readFormPairs(value) };
    case 'data-raw':
      return { pairs: readFormPairs(value) };
    case 'data-urlencode':
      return readUrlEncode(value);
    case 'form':
      return /^[^=]*=[@<]/.test(value) ? { note: 'file' } : { pairs: [readRawPair(value)] };
    case 'form-string':
      return { pairs: [readRawPair(value)] };
    case 'json':
      return { note: 'json' };
    case 'user':
      return { pairs: readUserPairs(value) };
    case 'header':
      return { pairs: readBasicPairs(value.replace(/^\s*authorization\s*:/i, '')) };
    default:
      return {};
  }
}

/** `name=content` with the content not encoded yet; `name@file` for a file's. */
function readUrlEncode(value: string): { pairs?: readonly FormPair[]; note?: PlainNote } {
  const [mark] = /[=@]/.exec(value) ?? [];
  if (mark === '@') return { note: 'file' };
  return { pairs: mark === '=' ? [readRawPair(value)] : [['', '']] };
}

function readRawPair(text: string): FormPair {
  const equals = text.indexOf('=');
  return equals === -1 ? ['', ''] : [text.slice(0, equals), text.slice(equals + 1)];
}
