// What happens at the server without the browser: a refresh token is made for the user to type, or a login ended.
import { request } from 'node:https';
import { findPlayer, TYPED_NAME } from './cast.ts';
import { NO_FAULT_HEADER } from './faults.ts';
import type { Stage } from './stage.ts';

const { client_id } = findPlayer(TYPED_NAME).form;

export async function makeRefreshToken(stage: Stage): Promise<string> {
  const asked = { grant_type: 'password', client_id, username: 'ada', password: 'demo' };
  const { refresh_token } = JSON.parse(await post(stage, '/oauth/token', asked)) as { refresh_token: string };
  return refresh_token;
}

export async function endLogin(stage: Stage, refresh_token: string): Promise<void> {
  await post(stage, '/oauth/revoke', { client_id, token: refresh_token });
}

function post({ harness }: Stage, path: string, fields: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', [NO_FAULT_HEADER]: '1' };
    // The sandbox's certificate is its own.
    const options = { method: 'POST', headers, rejectUnauthorized: false };
    const asking = request(harness.sandbox.url + path, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve(text));
    });
    asking.on('error', reject);
    asking.end(new URLSearchParams(fields).toString());
  });
}
