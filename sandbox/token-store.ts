import { randomUUID } from 'node:crypto';
import type { DemoClient, TokenSubject } from './demo-data.ts';

export type IssuedToken = {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken?: string;
  scope: string[];
  client: DemoClient;
  user: TokenSubject;
  /** Shared by all tokens that descend from one login. */
  familyId: string;
};

export type StoredRefreshToken = Pick<IssuedToken, 'scope' | 'client' | 'user' | 'familyId'> & {
  refreshToken: string;
  burnt: boolean;
};

/** The tokens of one sandbox, in memory: one living access token for each client and user. */
export class TokenStore {
  /** Every token there ever was, of both kinds. */
  readonly issued = new Set<string>();
  readonly #accessTokens = new Map<string, IssuedToken>();
  readonly #refreshTokens = new Map<string, StoredRefreshToken>();

  /** Living or expired. */
  findAccessToken(accessToken: string): IssuedToken | undefined {
    return this.#accessTokens.get(accessToken);
  }

  /** The one with at least a second to live: `expires_in` counts whole seconds. */
  findLivingToken(client: DemoClient, user: TokenSubject): IssuedToken | undefined {
    const token = this.#findTokenOf(client, user);
    return token && token.accessTokenExpiresAt.getTime() >= Date.now() + 1000 ? token : undefined;
  }

  findRefreshToken(refreshToken: string): StoredRefreshToken | undefined {
    return this.#refreshTokens.get(refreshToken);
  }

  addRefreshToken(token: Omit<StoredRefreshToken, 'burnt' | 'familyId'>, familyId: string = randomUUID()) {
    this.issued.add(token.refreshToken);
    this.#refreshTokens.set(token.refreshToken, { ...token, familyId, burnt: false });
  }

  /** Takes the place of the client and user's former access token. */
  save(token: IssuedToken) {
    const former = this.#findTokenOf(token.client, token.user);
    if (former) this.#accessTokens.delete(former.accessToken);
    this.issued.add(token.accessToken);
    this.#accessTokens.set(token.accessToken, token);
    const { refreshToken } = token;
    if (refreshToken && !this.#refreshTokens.has(refreshToken)) {
      this.addRefreshToken({ ...token, refreshToken }, token.familyId);
    }
  }

  /** Remembered, not forgotten: using it again must be noticed. */
  burn(refreshToken: string) {
    const stored = this.#refreshTokens.get(refreshToken);
    if (stored) stored.burnt = true;
  }

  revokeFamily(familyId: string) {
    for (const [key, token] of this.#accessTokens) if (token.familyId === familyId) this.#accessTokens.delete(key);
    for (const [key, token] of this.#refreshTokens) if (token.familyId === familyId) this.#refreshTokens.delete(key);
  }

  /** RFC 7009 §2.1: a refresh token takes its access tokens with it, an access token goes alone. */
  revoke(token: string, client_id: string) {
    const stored = this.#refreshTokens.get(token);
    if (stored?.client.id === client_id) this.revokeFamily(stored.familyId);
    if (this.#accessTokens.get(token)?.client.id === client_id) this.#accessTokens.delete(token);
  }

  #findTokenOf(client: DemoClient, user: TokenSubject): IssuedToken | undefined {
    for (const token of this.#accessTokens.values()) {
      if (token.client.id === client.id && token.user.id === user.id) return token;
    }
    return undefined;
  }
}
