import * as v from 'valibot';
import { type BaseUrlProblem, DEFAULT_BASE_URL, readBaseUrl } from './base-url';
import { GRANT_CHOICES, GRANT_FIELDS, SECRET_PARAMETERS, type TokenParameter } from './grants';

/** What the user typed, unchecked. Every field is always there, so that switching the grant loses nothing. */
export const TokenFormSchema = v.object({
  base_url: v.string(),
  grant: v.picklist(GRANT_CHOICES),
  other_grant_type: v.string(),
  client_id: v.string(),
  client_secret: v.string(),
  username: v.string(),
  password: v.string(),
  token: v.string(),
  refresh_token: v.string(),
});
export type TokenForm = v.InferOutput<typeof TokenFormSchema>;

export type TokenFormField = Exclude<keyof TokenForm, 'grant'>;
export type FieldProblem = 'missing' | 'grant-type-malformed' | 'not-sendable' | BaseUrlProblem;
export type FieldProblems = Partial<Record<TokenFormField, FieldProblem>>;

export const EMPTY_TOKEN_FORM: TokenForm = {
  base_url: DEFAULT_BASE_URL,
  grant: 'client_credentials',
  other_grant_type: '',
  client_id: 'knetik',
  client_secret: '',
  username: '',
  password: '',
  token: '',
  refresh_token: '',
};

/** A token request that may be sent: origin checked, only the parameters of its grant, none of them empty. */
export interface TokenRequest {
  api_origin: string;
  parameters: { grant_type: string; client_id: string } & Partial<Record<TokenParameter, string>>;
}

/** Checks the form and makes the request of it, or says of each field what is wrong. */
export function readTokenForm(
  form: TokenForm,
): { ok: true; request: TokenRequest } | { ok: false; problems: FieldProblems } {
  const problems: FieldProblems = {};
  const baseUrl = readBaseUrl(form.base_url);
  if (!baseUrl.ok) problems.base_url = baseUrl.problem;

  const grant_type = form.grant === 'other' ? form.other_grant_type.trim() : form.grant;
  if (grant_type === '') problems.other_grant_type = 'missing';
  // RFC 6749 appendix A.10: grant-name = 1*name-char, or an absolute URI.
  else if (!/^[\w.-]+$|^[a-z][a-z0-9+.-]*:[\x21-\x7E]+$/i.test(grant_type)) {
    problems.other_grant_type = 'grant-type-malformed';
  }

  const parameters: TokenRequest['parameters'] = { grant_type, client_id: '' };
  for (const { name, required } of GRANT_FIELDS[form.grant]) {
    // White space is part of a password, but around a pasted id or token it is an accident.
    const value = name === 'password' ? form[name] : form[name].trim();
    // A lone surrogate would silently become U+FFFD, another password than the one typed.
    if (!value.isWellFormed()) problems[name] = 'not-sendable';
    // KnetikCloud takes an empty parameter as a wrong one, not as an absent one.
    else if (value !== '') parameters[name] = value;
    else if (required) problems[name] = 'missing';
  }
  if (!baseUrl.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, request: { api_origin: baseUrl.origin, parameters } };
}

/** The form without its secrets: all of it that may be written to disk. */
export function withoutSecrets(form: TokenForm): TokenForm {
  const baseUrl = readBaseUrl(form.base_url);
  // A pasted address may hold a token in its query or fragment.
  const kept = { ...form, base_url: baseUrl.ok ? baseUrl.origin : DEFAULT_BASE_URL };
  for (const name of SECRET_PARAMETERS) kept[name] = '';
  return kept;
}

export function hasSecrets(form: TokenForm): boolean {
  return [...SECRET_PARAMETERS].some((name) => form[name] !== '');
}

/** The secrets that a request carries; nothing equal to one of them may be shown or stored elsewhere. */
export function getRequestSecrets({ parameters }: TokenRequest): string[] {
  return [...SECRET_PARAMETERS].flatMap((name) => parameters[name] ?? []);
}
