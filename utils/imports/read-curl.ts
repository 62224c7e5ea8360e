import { type CurlOption, readCurlOptions } from './curl-options';
import { type Findings, type FoundLogin, MAX_LOGINS, isTokenUrl } from './found-login';
import { type FormPair, readBasicPairs, readFormPairs, readUserPairs, splitQuery } from './form-pairs';
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
  return { logins, notes: logins.length === 0 ? ['It is no request for a token.'] : [] };
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
  return { tokenUrl: address, parameters, notes: [...new Set(read.flatMap(({ note }) => note ?? []))] };
}

const OF_FILE = 'It sends the content of a file, which is not read.';

function readOption({ name, value }: CurlOption): { pairs?: readonly FormPair[]; note?: string } {
  switch (name) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
      return value.startsWith('@') ? { note: OF_FILE } : { pairs: readFormPairs(value) };
    case 'data-raw':
      return { pairs: readFormPairs(value) };
    case 'data-urlencode':
      return readUrlEncode(value);
    case 'form':
      return /^[^=]*=[@<]/.test(value) ? { note: OF_FILE } : { pairs: [readRawPair(value)] };
    case 'form-string':
      return { pairs: [readRawPair(value)] };
    case 'json':
      return { note: 'It sends JSON, which is not read.' };
    case 'user':
      return { pairs: readUserPairs(value) };
    case 'header':
      return { pairs: readBasicPairs(value.replace(/^\s*authorization\s*:/i, '')) };
    default:
      return {};
  }
}

/** `name=content` with the content not encoded yet; `name@file` for a file's. */
function readUrlEncode(value: string): { pairs?: readonly FormPair[]; note?: string } {
  const [mark] = /[=@]/.exec(value) ?? [];
  if (mark === '@') return { note: OF_FILE };
  return { pairs: mark === '=' ? [readRawPair(value)] : [['', '']] };
}

function readRawPair(text: string): FormPair {
  const equals = text.indexOf('=');
  return equals === -1 ? ['', ''] : [text.slice(0, equals), text.slice(equals + 1)];
}
