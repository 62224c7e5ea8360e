import { expect, it } from 'vitest';
import { readTokenAnswer } from './token-response';

it.each([
  ['invalid_client', 'client'],
  ['invalid_grant', 'grant'],
  ['invalid_grant', 'invalid'],
  ['invalid_grant', 'invalid_grant'],
])('reads %s as what it is where the secret is "%s"', (error, secret) => {
  const request = {
    api_origin: 'https://sandbox.knetikcloud.com',
    parameters: { grant_type: 'client_credentials', client_id: 'app', client_secret: secret },
  };
  const body = JSON.stringify({ error, error_description: `No: ${secret}` });
  const reading = readTokenAnswer({ status: 400, body, receivedAtMs: 0 }, request);
  expect(reading).toMatchObject({ ok: false, failure: { error, error_description: 'No: •••' } });
});
