import type { TokenForm } from '@/utils/oauth2/token-form';
import { getLoginOrigin } from '@/utils/profiles/profile';
import { GRANT_LABELS } from './field-texts';

/** Where a profile logs in, such as "acme.sandbox.knetikcloud.com". */
export function describeServer(form: TokenForm): string {
  return getLoginOrigin({ form })?.replace(/^https:\/\//, '') ?? 'no address';
}

/** Where a profile logs in and how, such as "acme.sandbox.knetikcloud.com · Password (legacy)". */
export function describeLogin(form: TokenForm): string {
  const { grant, other_grant_type } = form;
  return `${describeServer(form)} · ${grant === 'other' ? other_grant_type : GRANT_LABELS[grant]}`;
}
