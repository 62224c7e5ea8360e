import type { GrantChoice } from '@/utils/oauth2/grants';
import type { FieldProblem, TokenFormField } from '@/utils/oauth2/token-form';
import { t, type TextKey } from '@/utils/platform/texts';
import { isolate } from './isolate';

const GRANT_TEXTS: Record<GrantChoice, TextKey> = {
  client_credentials: 'form.grantClientCredentials',
  password: 'form.grantPassword',
  facebook: 'form.grantFacebook',
  google: 'form.grantGoogle',
  refresh_token: 'form.grantRefreshToken',
  other: 'form.grantOther',
};

const FIELD_TEXTS: Record<TokenFormField, TextKey> = {
  base_url: 'form.baseUrl',
  other_grant_type: 'form.grantTypeName',
  client_id: 'form.clientId',
  client_secret: 'form.clientSecret',
  username: 'form.userName',
  password: 'form.password',
  token: 'form.thirdPartyToken',
  refresh_token: 'form.refreshToken',
};

export function getGrantLabel(grant: GrantChoice): string {
  return t(GRANT_TEXTS[grant]);
}

/** What each grant is called, in the order in which they are offered. */
export function getGrantLabels(): Record<GrantChoice, string> {
  return {
    client_credentials: getGrantLabel('client_credentials'),
    password: getGrantLabel('password'),
    facebook: getGrantLabel('facebook'),
    google: getGrantLabel('google'),
    refresh_token: getGrantLabel('refresh_token'),
    other: getGrantLabel('other'),
  };
}

/** The label of a field; a social grant says whose token it wants. */
export function getFieldLabel(name: TokenFormField, grant: GrantChoice): string {
  return name === 'token' && (grant === 'facebook' || grant === 'google')
    ? t('form.socialToken', { provider: getGrantLabel(grant) })
    : t(FIELD_TEXTS[name]);
}

/** What is wrong with a field, as a sentence that says what to do. */
export function getProblemText(problem: FieldProblem, label: string): string {
  switch (problem) {
    case 'missing':
      return t('form.missing', { label });
    case 'not-sendable':
      return t('form.notSendable', { label });
    case 'grant-type-malformed':
      return t('form.grantTypeMalformed');
    case 'base-url-missing':
      return t('form.baseUrlMissing');
    case 'base-url-malformed':
      return t('form.baseUrlMalformed', { example: isolate('https://devsandbox.knetikcloud.com') });
    case 'base-url-not-https':
      return t('form.baseUrlNotHttps');
  }
}
