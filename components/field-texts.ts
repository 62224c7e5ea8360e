import type { GrantChoice } from '@/utils/oauth2/grants';
import type { FieldProblem, TokenFormField } from '@/utils/oauth2/token-form';

export const GRANT_LABELS: Record<GrantChoice, string> = {
  client_credentials: 'Client credentials',
  password: 'Password (legacy)',
  facebook: 'Facebook',
  google: 'Google',
  refresh_token: 'Refresh token',
  other: 'Other…',
};

const FIELD_LABELS: Record<TokenFormField, string> = {
  base_url: 'Base URL',
  other_grant_type: 'Grant type name',
  client_id: 'Client ID',
  client_secret: 'Client secret',
  username: 'User name',
  password: 'Password',
  token: 'Third-party token',
  refresh_token: 'Refresh token',
};

/** The label of a field; a social grant says whose token it wants. */
export function getFieldLabel(name: TokenFormField, grant: GrantChoice): string {
  return name === 'token' && (grant === 'facebook' || grant === 'google')
    ? `${GRANT_LABELS[grant]} access token`
    : FIELD_LABELS[name];
}

/** What is wrong with a field, as a sentence that says what to do. */
export function getProblemText(problem: FieldProblem, label: string): string {
  switch (problem) {
    case 'missing':
      return `${label} is needed for this grant.`;
    case 'not-sendable':
      return `${label} holds a broken character. Type or paste it again.`;
    case 'grant-type-malformed':
      return 'A grant type has letters, digits, “-”, “.” and “_” only, or is a URI.';
    case 'base-url-missing':
      return 'The base URL says which server to log in to.';
    case 'base-url-malformed':
      return 'This is no web address. Example: https://devsandbox.knetikcloud.com';
    case 'base-url-not-https':
      return 'The address must begin with https://, or your credentials would travel in clear. Only localhost may do without.';
  }
}
