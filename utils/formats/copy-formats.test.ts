import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { parse } from 'dotenv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostmanEnvironment } from '@/utils/imports/read-postman-environment';
import { ACCESS_TOKEN, API_ORIGIN } from '@/utils/testing/examples';
import { anyText } from '@/utils/testing/any-text';
import { COPY_FORMATS, type CopyFormat, formatPlaceholder, formatToken } from './copy-formats';

/** Whatever RFC 6750 §2.1 could carry in a header, and more than any server issues. */
const token = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  minLength: 1,
});
const TOKENS = [
  ACCESS_TOKEN,
  "it's",
  '@/etc/passwd',
  '-x',
  '--help',
  '$HOME`id`',
  '!!',
  '\\"%PATH%',
  ...fc.sample(token, 60),
];

const copy = (format: CopyFormat, access_token: string) =>
  formatToken(format, { access_token, api_origin: API_ORIGIN });

/** The words of each command, as the shell gives them to `curl` and `http`. */
function runCommands(shell: 'bash' | 'sh', commands: readonly string[], env: Record<string, string> = {}): string[][] {
  const echo = String.raw`{ printf '%s\0' "$@"; printf '\n\0'; }`;
  const script = [`curl() ${echo}`, `http() ${echo}`, ...commands].join('\n');
  const printed = execFileSync(shell, ['-s'], { input: script, encoding: 'utf8', env: { ...process.env, ...env } });
  return printed
    .split('\n\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

/** What `fetch` is called with. */
async function runFetch(snippet: string): Promise<unknown[]> {
  const calls: unknown[] = [];
  const realm = { fetch: (...call: unknown[]) => void calls.push(structuredClone(call)) };
  await runInNewContext(`(async () => { ${snippet} })()`, realm);
  return calls;
}

describe.each(['bash', 'sh'] as const)('in %s', (shell) => {
  it('curl sends the token as the header', () => {
    const words = TOKENS.map((each) => ['--header', `Authorization: Bearer ${each}`, `${API_ORIGIN}/me`]);
    expect(
      runCommands(
        shell,
        TOKENS.map((each) => copy('curl', each) ?? ''),
      ),
    ).toEqual(words);
  });

  it('HTTPie is given the token as such, not as a request item, in which "@" and "\\" mean something', () => {
    const words = TOKENS.map((each) => ['--auth-type=bearer', `--auth=${each}`, 'GET', `${API_ORIGIN}/me`]);
    expect(
      runCommands(
        shell,
        TOKENS.map((each) => copy('httpie', each) ?? ''),
      ),
    ).toEqual(words);
  });

  it('the commands with a placeholder take the token from KNETIK_TOKEN, whatever is in it', () => {
    const commands = (['curl', 'httpie'] as const).map((format) => formatPlaceholder(format, API_ORIGIN) ?? '');
    expect(runCommands(shell, commands, { KNETIK_TOKEN: 'a $b "c" *' })).toEqual([
      ['--header', 'Authorization: Bearer a $b "c" *', `${API_ORIGIN}/me`],
      ['--auth-type=bearer', '--auth=a $b "c" *', 'GET', `${API_ORIGIN}/me`],
    ]);
  });
});

it('fetch is called with the token, whatever characters it has', async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), async (text) => {
      const snippet = copy('fetch', text) ?? '';
      expect(await runFetch(snippet)).toEqual([[`${API_ORIGIN}/me`, { headers: { Authorization: `Bearer ${text}` } }]]);
    }),
  );
});

it('the .env line is read as KNETIK_TOKEN', () => {
  expect(parse(copy('env', ACCESS_TOKEN) ?? '')).toEqual({ KNETIK_TOKEN: ACCESS_TOKEN });
  expect(copy('env', ACCESS_TOKEN)).toBe(`KNETIK_TOKEN=${ACCESS_TOKEN}`);
  expect(copy('env', '\'"$')).toBeUndefined();
});

it('the Postman environment is read back with the API and the token, which Postman masks', () => {
  const value = anyText({ maxLength: 4000 }).filter((text) => !text.includes('{{'));
  fc.assert(
    fc.property(value, (text) => {
      const environment: unknown = JSON.parse(copy('postman', text) ?? '');
      expect(readPostmanEnvironment(environment)).toEqual({
        logins: [{ tokenUrl: `${API_ORIGIN}/oauth/token`, parameters: [['accessToken', text]] }],
      });
      expect(environment).toMatchObject({ values: [{ type: 'default' }, { key: 'accessToken', type: 'secret' }] });
    }),
  );
});

it.each<[CopyFormat, string, string]>([
  ['token', ACCESS_TOKEN, '<token>'],
  ['header', `Authorization: Bearer ${ACCESS_TOKEN}`, 'Authorization: Bearer <token>'],
  [
    'powershell',
    `Invoke-RestMethod -Uri '${API_ORIGIN}/me' -Headers @{ Authorization = 'Bearer ${ACCESS_TOKEN}' }`,
    `Invoke-RestMethod -Uri '${API_ORIGIN}/me' -Headers @{ Authorization = "Bearer $env:KNETIK_TOKEN" }`,
  ],
  ['env', `KNETIK_TOKEN=${ACCESS_TOKEN}`, "KNETIK_TOKEN='<token>'"],
])('%s is %s, or %s', (format, withToken, withPlaceholder) => {
  expect([copy(format, ACCESS_TOKEN), formatPlaceholder(format, API_ORIGIN)]).toEqual([withToken, withPlaceholder]);
});

it.each(COPY_FORMATS)('%s has the token in it, and with a placeholder all but that', (format) => {
  const withToken = copy(format, ACCESS_TOKEN);
  expect(withToken?.split(ACCESS_TOKEN)).toHaveLength(2);
  expect(formatPlaceholder(format, API_ORIGIN)).not.toContain(ACCESS_TOKEN);
  expect(formatPlaceholder(format, API_ORIGIN)?.includes(API_ORIGIN)).toBe(withToken?.includes(API_ORIGIN));
});
