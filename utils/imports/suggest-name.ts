import type { TokenForm } from '@/utils/oauth2/token-form';
import { nameServer } from '@/utils/profiles/environments';
import { cleanName } from './clean-text';

/** Such as "acme devsandbox · ada": which server, and who. */
export function suggestName(form: TokenForm, hasClientId: boolean): string {
  return cleanName(`${nameServer(form.base_url)} · ${nameLogin(form, hasClientId)}`);
}

function nameLogin({ grant, username, client_id, other_grant_type }: TokenForm, hasClientId: boolean): string {
  if (username !== '' && (grant === 'password' || grant === 'other')) return username;
  if (hasClientId) return client_id;
  switch (grant) {
    case 'password':
      return 'user login';
    case 'client_credentials':
      return 'server client';
    case 'other':
      return other_grant_type;
    default:
      return grant;
  }
}
