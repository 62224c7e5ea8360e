// @vitest-environment node
import { expect, it } from 'vitest';
import { useTestSandbox, withBearer } from './test-sandbox.ts';

const sandbox = useTestSandbox();

it('the client issues-jwts gets a JWT that the API takes', async () => {
  const form = { client_id: 'issues-jwts', grant_type: 'password', username: 'ada', password: 'demo' };
  const { access_token } = await (await sandbox.postForm('/oauth/token', form)).json();
  const [header = '', claims = ''] = access_token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  expect(read(header)).toEqual({ alg: 'HS256', typ: 'at+jwt' });
  expect(read(claims)).toMatchObject({ sub: '1', name: 'Åda Müßig – 名前 🎮', scope: 'read' });
  const answer = await sandbox.request('/me', withBearer(access_token));
  expect(await answer.json()).toMatchObject({ client_id: 'issues-jwts', user_id: 1 });
});
