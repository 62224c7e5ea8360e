import { randomUUID } from 'node:crypto';
import type OAuth2Server from '@node-oauth/oauth2-server';
import { buildJwt } from './build-jwt.ts';
import { clientItself, thirdPartyTokens } from './demo-data.ts';
import type { DemoClient, TokenSubject } from './demo-data.ts';
import type { PluginGrantModel } from './plugin-grants.ts';
import { fullScope, getClient } from './sandbox-state.ts';
import type { SandboxState } from './sandbox-state.ts';

export type TokenModel = OAuth2Server.PasswordModel &
  OAuth2Server.ClientCredentialsModel &
  OAuth2Server.RefreshTokenModel &
  PluginGrantModel;

/**
 * What the OAuth2 library asks about clients, users and tokens, for one request.
 * It sees the form itself, because the library cannot tell an empty parameter from an absent one.
 */
export function buildTokenModel({ users, tokens }: SandboxState, form: URLSearchParams): TokenModel {
  const asksForRefresh = form.get('grant_type') === 'refresh_token';

  return {
    generateAccessToken: async (client: DemoClient, user: TokenSubject) =>
      client.issuesJwts ? buildJwt(client, user) : randomUUID(),
    generateRefreshToken: async () => randomUUID(),

    // A private client proves itself in every grant (RFC 6749 §3.2.1), a public one in none.
    getClient: async (client_id) => {
      const client = getClient(client_id);
      return form.get('client_secret') === (client?.client_secret ?? null) ? client : undefined;
    },

    getUser: async (username, password) =>
      users.find((user) => user.username === username && user.password === password),
    getUserFromClient: async () => clientItself,
    getUserByThirdPartyToken: (grantType, thirdPartyToken) => {
      const username = new Map(Object.entries(thirdPartyTokens[grantType] ?? {})).get(thirdPartyToken);
      return users.find((user) => user.username === username);
    },

    validateScope: async (_user, _client, scope = fullScope) =>
      scope.every((word) => fullScope.includes(word)) && scope,

    // Only the library's type wants it: `requireBearer` asks the store itself.
    getAccessToken: async (accessToken) => tokens.findAccessToken(accessToken),

    getRefreshToken: async (refreshToken) => {
      const stored = tokens.findRefreshToken(refreshToken);
      if (!stored?.burnt) return stored;
      // Used twice: one of the two users stole it (RFC 9700 §4.14.2).
      tokens.revokeFamily(stored.familyId);
      return undefined;
    },
    revokeToken: async ({ refreshToken, client }) => {
      if (client.rotatesRefreshTokens) tokens.burn(refreshToken);
      return true;
    },

    saveToken: async (token: OAuth2Server.Token, client: DemoClient, user: TokenSubject) => {
      const living = tokens.findLivingToken(client, user);
      if (living && !asksForRefresh) return living;
      const used = asksForRefresh ? tokens.findRefreshToken(form.get('refresh_token') ?? '') : undefined;
      const issued = {
        accessToken: token.accessToken,
        accessTokenExpiresAt: token.accessTokenExpiresAt ?? new Date(),
        refreshToken: used && !client.rotatesRefreshTokens ? used.refreshToken : token.refreshToken,
        scope: token.scope ?? fullScope,
        client,
        user,
        familyId: used?.familyId ?? randomUUID(),
      };
      tokens.save(issued);
      return issued;
    },
  };
}
