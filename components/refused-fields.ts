import { type FailureReason, getFailureReason } from '@/utils/oauth2/failure-reason';
import type { TokenFailure } from '@/utils/oauth2/token-failure';
import type { TokenFormField } from '@/utils/oauth2/token-form';

const REFUSED_FIELDS: Partial<Record<FailureReason, readonly TokenFormField[]>> = {
  dns: ['base_url'],
  'connection-refused': ['base_url'],
  'not-confidential': ['base_url'],
  'not-found': ['base_url'],
  'method-not-allowed': ['base_url'],
  'client-secret-missing': ['client_secret'],
  'client-wrong': ['client_id', 'client_secret'],
  'password-wrong': ['username', 'password'],
  'refresh-token-over': ['refresh_token'],
  'facebook-token-over': ['token'],
  'google-token-over': ['token'],
  'grant-unknown': ['other_grant_type'],
};

/** The fields that the server, or the browser, did not accept. */
export function getRefusedFields(failure: TokenFailure): readonly TokenFormField[] | undefined {
  return REFUSED_FIELDS[getFailureReason(failure)];
}
