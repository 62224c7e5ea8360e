import OAuth2Server from '@node-oauth/oauth2-server';
import { grantTypes } from './demo-data.ts';
import { buildErrorAnswer } from './token-answer.ts';
import type { TokenAnswer } from './token-answer.ts';

/** The library's error in this server's words and statuses. Throws on what is not a refusal but a bug. */
export function buildRefusal(error: unknown, form: URLSearchParams): TokenAnswer {
  if (!(error instanceof OAuth2Server.OAuthError)) throw error;
  const grant_type = form.get('grant_type') ?? '';
  switch (error.name) {
    case 'invalid_request':
      return buildErrorAnswer(400, 'invalid_request', error.message);
    case 'invalid_grant':
      return buildErrorAnswer(400, 'invalid_grant', describeInvalidGrant(grant_type, form));
    case 'invalid_scope':
      return buildErrorAnswer(400, 'invalid_scope', `Invalid scope: ${form.get('scope') ?? ''}`);
    case 'invalid_client':
      return buildErrorAnswer(401, 'invalid_client', 'Bad client credentials');
    case 'unsupported_grant_type':
    case 'unauthorized_client':
      // The library knows a grant more than this server offers, and would say that no client may use it.
      return grantTypes.includes(grant_type)
        ? buildErrorAnswer(401, 'unauthorized_client', `Unauthorized grant type: ${grant_type}`)
        : buildErrorAnswer(400, 'unsupported_grant_type', `Unsupported grant type: ${grant_type}`);
    default:
      throw error;
  }
}

/** WARNING: repeats the refresh token, as servers of this kind do. A client that logs this text leaks it. */
function describeInvalidGrant(grant_type: string, form: URLSearchParams): string {
  if (grant_type !== 'refresh_token') return 'Bad credentials';
  return `Invalid refresh token: ${form.get('refresh_token') ?? ''}`;
}
