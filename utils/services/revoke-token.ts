import type { IssuedToken } from '@/utils/oauth2/token-response';
import type { Revocation } from '@/utils/oauth2/token-state';
import type { TokenKeeperPorts } from './token-keeper-ports';

/** Asks the server to revoke both tokens (RFC 7009), the refresh token first: it is the one that lives longer. */
export async function revokeToken(token: IssuedToken, postForm: TokenKeeperPorts['postForm']): Promise<Revocation> {
  const post = async (value: string, token_type_hint: string): Promise<Revocation> => {
    const parameters = { client_id: token.client_id, token: value, token_type_hint };
    const reply = await postForm(`${token.api_origin}/oauth/revoke`, parameters, new AbortController().signal);
    if (!reply.ok) return 'failed';
    const { status } = reply.answer;
    if (status >= 200 && status <= 299) return 'revoked';
    return status === 404 || status === 405 ? 'unsupported' : 'failed';
  };
  const refreshOutcome = token.refresh_token ? await post(token.refresh_token, 'refresh_token') : 'revoked';
  const accessOutcome = await post(token.access_token, 'access_token');
  return accessOutcome === 'revoked' ? refreshOutcome : accessOutcome;
}
