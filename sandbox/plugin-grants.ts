import OAuth2Server from '@node-oauth/oauth2-server';

const { AbstractGrantType, InvalidGrantError, InvalidRequestError, InvalidScopeError } = OAuth2Server;

/** The extension grants (RFC 6749 §4.5) of this server: a third party's token in `token` is traded for one of ours. */
export const pluginGrantTypes = ['facebook', 'google', 'game-center'] as const;

export interface PluginGrantModel {
  getUserByThirdPartyToken(grantType: string, thirdPartyToken: string): OAuth2Server.User | undefined;
  saveToken(
    token: OAuth2Server.Token,
    client: OAuth2Server.Client,
    user: OAuth2Server.User,
  ): Promise<OAuth2Server.Token | OAuth2Server.Falsey>;
}

/** The library's `extendedGrantTypes`, by grant type. */
export function buildPluginGrants(model: PluginGrantModel): Record<string, typeof AbstractGrantType> {
  return Object.fromEntries(pluginGrantTypes.map((grantType) => [grantType, buildPluginGrant(grantType, model)]));
}

function buildPluginGrant(grantType: string, model: PluginGrantModel): typeof AbstractGrantType {
  return class extends AbstractGrantType {
    override async handle(request: OAuth2Server.Request, client: OAuth2Server.Client) {
      const thirdPartyToken: unknown = request.body.token;
      if (typeof thirdPartyToken !== 'string') throw new InvalidRequestError('Missing parameter: `token`');
      const user = model.getUserByThirdPartyToken(grantType, thirdPartyToken);
      if (!user) throw new InvalidGrantError('Invalid grant: unknown third-party token');
      const scope = await this.validateScope(user, client, this.getScope(request));
      if (!scope) throw new InvalidScopeError('Invalid scope');
      const token = {
        accessToken: await this.generateAccessToken(client, user, scope),
        accessTokenExpiresAt: this.getAccessTokenExpiresAt(),
        refreshToken: await this.generateRefreshToken(client, user, scope),
        scope,
        client,
        user,
      };
      return model.saveToken(token, client, user);
    }
  };
}
