import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startTestHarness } from '../support/harness.ts';
import { API } from '../support/hosts.ts';
import type { Popup } from '../support/popup.ts';
import { SWAGGER_UIS, SwaggerUi } from '../support/swagger-ui.ts';

const CLIENT = { client_id: 'knetik', user_id: null };
const ADA = { client_id: 'knetik', user_id: 1 };
const GRACE = { client_id: 'knetik', user_id: 2 };

const LOGINS = [
  ['client credentials, public client', { grant: 'client_credentials', client_id: 'knetik' }, CLIENT],
  [
    'client credentials, private client',
    { grant: 'client_credentials', client_id: 'game-server', client_secret: 'demo-secret' },
    { client_id: 'game-server', user_id: null },
  ],
  ['password', { grant: 'password', client_id: 'knetik', client_secret: '', username: 'ada', password: 'demo' }, ADA],
  ['password with + & = % and ö', { grant: 'password', username: 'grace', password: 'p+a&s=s%ö 1' }, GRACE],
  ['Facebook', { grant: 'facebook', token: 'demo-facebook-token' }, ADA],
  ['Google', { grant: 'google', token: 'demo-google-token' }, GRACE],
  ['refresh token', { grant: 'refresh_token', refresh_token: 'demo-refresh-token' }, ADA],
  ['a plug-in', { grant: 'other', other_grant_type: 'game-center', token: 'demo-game-center-token' }, ADA],
] as const;

/** How a token was got makes no difference to a page: all grants in one of the two, and one in the other. */
describe.each(Object.entries(SWAGGER_UIS))('In %s', (_name, path) => {
  let harness: Harness;
  let popup: Popup;
  let swaggerUi: SwaggerUi;

  beforeAll(async () => {
    harness = await startTestHarness();
    popup = await harness.openPopup();
    swaggerUi = await SwaggerUi.open(harness, `${API}${path}`);
  });
  afterAll(() => harness?.close());

  it.each(path === Object.values(SWAGGER_UIS)[0] ? LOGINS : LOGINS.slice(0, 1))(
    '"Try it out" answers 200 after a login with %s, and 401 after the logout',
    async (_grant, login, me) => {
      await popup.logIn(login);
      const tried = await swaggerUi.tryGetMe();
      expect(tried.status).toBe(200);
      expect(JSON.parse(tried.body)).toMatchObject(me);

      await popup.logOut();
      expect((await swaggerUi.tryGetMe()).status).toBe(401);
    },
  );
});
