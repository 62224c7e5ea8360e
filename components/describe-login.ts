import type { TokenForm } from '@/utils/oauth2/token-form';
import { t } from '@/utils/platform/texts';
import { getLoginOrigin } from '@/utils/profiles/profile';
import { getGrantLabel } from './field-texts';

/** Where a profile logs in, such as "acme.sandbox.knetikcloud.com". */
export function describeServer(form: TokenForm): string {
  return getLoginOrigin({ form })?.replace(/^https:\/\//, '') ?? t('popup.noAddress');
}

/** Where a profile logs in and how, such as "acme.sandbox.knetikcloud.com · Password (legacy)". */
export function describeLogin(form: TokenForm): string {
  const { grant, other_grant_type } = form;
  return `${describeServer(form)} · ${grant === 'other' ? other_grant_type : getGrantLabel(grant)}`;
}
