import { demoClients, demoRefreshToken, demoUsers } from './demo-data.ts';
import type { DemoClient, DemoUser } from './demo-data.ts';
import { TokenStore } from './token-store.ts';

export const fullScope = ['write', 'read'];

/** What one sandbox knows and may change; a second sandbox has its own. */
export interface SandboxState {
  users: DemoUser[];
  tokens: TokenStore;
}

export function buildSandboxState(): SandboxState {
  const users = structuredClone([...demoUsers]);
  const tokens = new TokenStore();
  const client = getClient(demoRefreshToken.client_id);
  const user = users.find(({ username }) => username === demoRefreshToken.username);
  if (!client || !user) throw new Error('The demo refresh token names a client or user that does not exist.');
  tokens.addRefreshToken({ refreshToken: demoRefreshToken.refreshToken, client, user, scope: fullScope });
  return { users, tokens };
}

export function getClient(client_id: string): DemoClient | undefined {
  return demoClients.find(({ id }) => id === client_id);
}
