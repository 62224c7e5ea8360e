import { quoteForEnv, quoteForPowerShell, quoteForShell } from './quote';

/** What an access token can be copied as, in the order in which it is offered. */
export const COPY_FORMATS = ['token', 'header', 'curl', 'httpie', 'fetch', 'powershell', 'env', 'postman'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export interface CopiedToken {
  access_token: string;
  api_origin: string;
}

/** The environment variable that stands for the token in commands. */
const VARIABLE = 'KNETIK_TOKEN';
/** Stands for the token where there are no variables; "<" and ">" are in no token (RFC 6750 §2.1). */
const PLACEHOLDER = '<token>';

/** The token in this format, ready to use; undefined where the format cannot say it. Commands ask who the token is of. */
export function formatToken(format: CopyFormat, { access_token, api_origin }: CopiedToken): string | undefined {
  return writers[format](api_origin, {
    plain: access_token,
    shell: (before) => quoteForShell(before + access_token),
    powerShell: (before) => quoteForPowerShell(before + access_token),
    env: quoteForEnv(access_token),
    postman: access_token,
  });
}

/** The same with a placeholder, in the way of each tool: for tickets, scripts and chats. Holds no secret. */
export function formatPlaceholder(format: CopyFormat, api_origin: string): string | undefined {
  return writers[format](api_origin, {
    plain: PLACEHOLDER,
    shell: (before) => `"${before}$${VARIABLE}"`,
    powerShell: (before) => `"${before}$env:${VARIABLE}"`,
    env: `'${PLACEHOLDER}'`,
    // Postman shows an empty secret as one to be filled in.
    postman: '',
  });
}

/** The token, or what stands for it, in the words of each tool. */
interface Wording {
  plain: string;
  /** One word, `before` and the token. */
  shell: (before: string) => string | undefined;
  powerShell: (before: string) => string | undefined;
  env: string | undefined;
  postman: string;
}

const writers: Record<CopyFormat, (origin: string, token: Wording) => string | undefined> = {
  token: (_origin, { plain }) => plain,
  header: (_origin, { plain }) => `Authorization: Bearer ${plain}`,
  curl: (origin, token) =>
    join`curl --header ${token.shell('Authorization: Bearer ')} ${quoteForShell(`${origin}/me`)}`,
  // Not as a header: HTTPie reads backslashes and "@file" in those, and nothing in this.
  httpie: (origin, token) =>
    join`http --auth-type=bearer --auth=${token.shell('')} GET ${quoteForShell(`${origin}/me`)}`,
  fetch: (origin, { plain }) => {
    const headers = `{ Authorization: ${JSON.stringify(`Bearer ${plain}`)} }`;
    return ['await fetch', `(${JSON.stringify(`${origin}/me`)}, {\n  headers: ${headers},\n});`].join('');
  },
  powershell: (origin, token) =>
    join`Invoke-RestMethod -Uri ${quoteForPowerShell(`${origin}/me`)} -Headers @{ Authorization = ${token.powerShell('Bearer ')} }`,
  env: (_origin, { env }) => join`${VARIABLE}=${env}`,
  postman: (origin, { postman }) => JSON.stringify(buildPostmanEnvironment(origin, postman), null, 2),
};

/** An environment as Postman exports it; `secret` is what it masks and does not sync. */
function buildPostmanEnvironment(origin: string, accessToken: string): object {
  return {
    name: `KnetikCloud ${origin.replace(/^https?:\/\//, '')}`,
    values: [
      { key: 'baseUrl', value: origin, type: 'default', enabled: true },
      { key: 'accessToken', value: accessToken, type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}

/** A template whose value is undefined as soon as one of its parts is. */
function join(parts: TemplateStringsArray, ...values: (string | undefined)[]): string | undefined {
  return values.includes(undefined) ? undefined : String.raw({ raw: parts }, ...values);
}
