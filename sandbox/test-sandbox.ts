import { afterEach, beforeEach } from 'vitest';
import type { LoggedRequest } from './logged-request.ts';
import { startSandbox } from './start-sandbox.ts';
import type { Sandbox } from './start-sandbox.ts';

export interface TestSandbox {
  request(path: string, init?: RequestInit): Promise<Response>;
  postForm(path: string, fields: Record<string, string>): Promise<Response>;
  /** An access token for ada, or for the client itself. */
  getToken(owner: 'ada' | 'client'): Promise<string>;
  getLog(): LoggedRequest[];
}

const grants = {
  ada: { grant_type: 'password', username: 'ada', password: 'demo' },
  client: { grant_type: 'client_credentials' },
};

/** A fresh sandbox for each test of the file that calls it, over plain HTTP. Redirects are not followed. */
export function useTestSandbox(): TestSandbox {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ tls: false });
  });
  afterEach(() => sandbox.stop());

  const request = (path: string, init?: RequestInit) => fetch(sandbox.url + path, { redirect: 'manual', ...init });
  const postForm = (path: string, fields: Record<string, string>) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields) });

  return {
    request,
    postForm,
    async getToken(owner) {
      const answer = await postForm('/oauth/token', { client_id: 'knetik', ...grants[owner] });
      const { access_token } = await answer.json();
      return access_token;
    },
    getLog: () => sandbox.log,
  };
}

export function withBearer(access_token: string): { headers: { Authorization: string } } {
  return { headers: { Authorization: `Bearer ${access_token}` } };
}
