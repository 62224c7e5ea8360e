import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { InForce, Injection } from '@/utils/injection/injection';
import { API_ORIGIN, buildRoutes, INJECTION } from '../testing/examples';
import { buildEvent, installWebRequest } from '../testing/fake-apis';
import { addHeaders } from './add-headers';

const [APP, ADMIN] = ['https://app.example', 'https://admin.example'];
const user: Injection = { ...INJECTION, profileId: 'user', access_token: 'of-user', routes: buildRoutes([APP]) };
const admin: Injection = { ...user, profileId: 'admin', access_token: 'of-admin', routes: buildRoutes([ADMIN]) };
const request = {
  requestId: '1',
  url: `${API_ORIGIN}/me`,
  originUrl: `${APP}/`,
  method: 'GET',
  type: 'xmlhttprequest',
  requestHeaders: [],
};
const carries = (token: string): object => ({
  requestHeaders: [{ name: 'Authorization', value: `Bearer ${token}` }],
});

let [asking, answered] = [buildEvent<object, unknown>(), buildEvent<object, unknown>()];
let inForce: InForce = { injections: [], offTabs: [] };
let log: string[] = [];
beforeEach(() => {
  fakeBrowser.reset();
  [asking, answered] = [buildEvent(), buildEvent()];
  installWebRequest({ onBeforeSendHeaders: asking, onHeadersReceived: answered });
  inForce = { injections: [user, admin], offTabs: [] };
  log = [];
  addHeaders({
    readInForce: () => Promise.resolve(inForce),
    untilFresh: async (profileId) => void log.push(`fresh ${profileId}`),
    async mayRenewAfterRejection(profileId, { access_token }) {
      log.push(`may renew ${profileId} ${access_token}`);
      return true;
    },
    async renewAfterRejection(profileId, { access_token }) {
      log.push(`renew ${profileId} ${access_token}`);
      return true;
    },
  });
});
const ask = (part: object = {}): unknown => asking.trigger({ ...request, ...part })[0];
const reject = (part: object = {}): unknown => answered.trigger({ ...request, statusCode: 401, ...part })[0];

describe('in Firefox, while several profiles are in force,', () => {
  it('a request waits for the token of its own profile and gets it', async () => {
    expect(await ask({ originUrl: `${ADMIN}/` })).toEqual(carries('of-admin'));
    expect(log).toEqual(['fresh admin']);
  });

  it('a rejected request has the token of its own profile renewed', async () => {
    await ask();
    expect(await reject()).toEqual({ redirectUrl: request.url });
    await ask();
    expect(log).toEqual(['fresh user', 'may renew user of-user', 'renew user of-user']);
  });

  it('a request that was rejected before another profile was chosen is sent again with its token, without a renewal', async () => {
    await ask();
    inForce = { injections: [{ ...admin, routes: user.routes }], offTabs: [] };
    expect(await reject()).toEqual({ redirectUrl: request.url });
    expect(await ask()).toEqual(carries('of-admin'));
    expect(log).toEqual(['fresh user', 'fresh admin']);
  });
});

describe('in Firefox, where a profile may only read,', () => {
  beforeEach(() => {
    inForce = { injections: [{ ...user, isReadOnly: true }], offTabs: [] };
  });

  it('what reads gets the header', async () => {
    expect(await ask()).toEqual(carries('of-user'));
  });

  it('a write gets none, and its rejection starts no renewal', async () => {
    expect([await ask({ method: 'POST' }), await reject({ method: 'POST' })]).toEqual([{}, {}]);
    expect(log).toEqual([]);
  });

  it('a write that had carried the token is not sent again when writing has ended meanwhile', async () => {
    inForce = { injections: [user], offTabs: [] };
    expect(await ask({ method: 'POST' })).toEqual(carries('of-user'));
    inForce = { injections: [{ ...user, isReadOnly: true }], offTabs: [] };
    expect(await reject({ method: 'POST' })).toEqual({});
    expect(log).toEqual(['fresh user']);
  });
});
