import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type InForce, NOTHING_IN_FORCE } from '@/utils/injection/injection';
import { ACCESS_TOKEN, API_ORIGIN, IN_FORCE, INJECTION, PROFILE_ID } from '../testing/examples';
import { buildEvent } from '../testing/fake-apis';
import { addHeaders as addHeadersOf } from './add-headers';

type Answer = { requestHeaders?: object[] };

const accept = { name: 'Accept', value: 'application/json' };
const request = {
  requestId: '1',
  url: `${API_ORIGIN}/me`,
  originUrl: `${API_ORIGIN}/index.html`,
  method: 'GET',
  type: 'xmlhttprequest',
  requestHeaders: [accept],
};

let event = buildEvent<object, Answer | Promise<Answer>>();
let answered = buildEvent<object, { redirectUrl?: string } | Promise<{ redirectUrl?: string }>>();
let redirected = buildEvent<{ requestId: string; url: string; redirectUrl: string }>();
let ended = buildEvent<{ requestId: string }>();
beforeEach(() => {
  [event, answered, redirected, ended] = [buildEvent(), buildEvent(), buildEvent(), buildEvent()];
  const webRequest = {
    onBeforeSendHeaders: event,
    onHeadersReceived: answered,
    onBeforeRedirect: redirected,
    onCompleted: ended,
    onErrorOccurred: ended,
  };
  Object.assign(fakeBrowser.webRequest, webRequest);
});

type Ports = Parameters<typeof addHeadersOf>[0];
const addHeaders = (readInForce: Ports['readInForce'], ports: Partial<Ports> = {}) =>
  addHeadersOf({
    readInForce,
    untilFresh: () => Promise.resolve(),
    mayRenewAfterRejection: () => Promise.resolve(true),
    renewAfterRejection: () => Promise.resolve(true),
    ...ports,
  });

const renewed: InForce = { ...IN_FORCE, injections: [{ ...INJECTION, access_token: 'renewed' }] };

/** What the browser is told to do with this request. */
const ask = (part: object = {}) => event.trigger({ ...request, ...part })[0];

describe("in Firefox, a page's request to its API", () => {
  it('gets the header beside those it has', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    const requestHeaders = [accept, { name: 'Authorization', value: `Bearer ${ACCESS_TOKEN}` }];
    expect(await ask()).toEqual({ requestHeaders });
  });

  it('stays as it is while nothing is to be injected', async () => {
    addHeaders(() => Promise.resolve(NOTHING_IN_FORCE));
    expect(await ask()).toEqual({});
  });

  it('gets no header after a logout, because the stored state is read for each request', async () => {
    const states = [IN_FORCE, IN_FORCE];
    addHeaders(() => Promise.resolve(states.shift() ?? NOTHING_IN_FORCE));
    expect([await ask(), await ask()]).toEqual([{ requestHeaders: expect.any(Array) }, {}]);
  });

  it('waits for a token that is being renewed, and gets the new one', async () => {
    const states = [IN_FORCE, renewed];
    const log: string[] = [];
    const untilFresh = async (profileId: string) => void log.push(`waited for ${profileId}`);
    addHeaders(() => Promise.resolve(states.shift() ?? NOTHING_IN_FORCE), { untilFresh });
    expect(await ask()).toEqual({ requestHeaders: [accept, { name: 'Authorization', value: 'Bearer renewed' }] });
    expect(log).toEqual([`waited for ${PROFILE_ID}`]);
  });

  it('that is to get no header waits for nothing: it may be the renewal itself', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE), { untilFresh: () => expect.unreachable('waited') });
    expect(await ask({ url: `${API_ORIGIN}/oauth/token`, originUrl: 'moz-extension://1/' })).toEqual({});
  });

  it.each([
    ['of another page', { originUrl: 'https://example.com/' }],
    ['to the token endpoint', { url: `${API_ORIGIN}/oauth/token` }],
  ])('stays as it is %s', async (_case, part) => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    expect(await ask(part)).toEqual({});
  });

  it('is let through at once, with nothing read, when it has a header of its own', () => {
    addHeaders(() => expect.unreachable('was read'));
    expect(ask({ requestHeaders: [{ name: 'authorization', value: 'Bearer own' }] })).toEqual({});
  });

  it('is looked at over https or on this machine, before it leaves; the browser leaves out hosts that are not allowed', () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    const filter = { urls: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'], types: ['xmlhttprequest'] };
    expect(event.getFilters()[0]).toEqual([filter, ['blocking', 'requestHeaders']]);
  });
});

describe("in Firefox, a page's request that its API rejects", () => {
  const reject = (part: object = {}) => answered.trigger({ ...request, statusCode: 401, ...part })[0];
  const carries = (token: string) => ({
    requestHeaders: [accept, { name: 'Authorization', value: `Bearer ${token}` }],
  });

  it('is sent again by a redirect to itself, after the renewal and with the new token', async () => {
    let held = IN_FORCE;
    addHeaders(() => Promise.resolve(held), {
      renewAfterRejection: async (profileId, rejected) => {
        expect([profileId, rejected]).toMatchObject([PROFILE_ID, { access_token: ACCESS_TOKEN }]);
        held = renewed;
        return true;
      },
    });
    expect(await ask()).toEqual(carries(ACCESS_TOKEN));
    expect(await reject()).toEqual({ redirectUrl: request.url });
    expect(await ask()).toEqual(carries('renewed'));
  });

  it.each<[string, Partial<Ports>, object]>([
    ['that no renewal can help', { mayRenewAfterRejection: () => Promise.resolve(false) }, {}],
    ['that was answered otherwise', {}, { statusCode: 403 }],
  ])('is left alone when it is one %s', async (_case, ports, part) => {
    addHeaders(() => Promise.resolve(IN_FORCE), ports);
    await ask();
    expect(await reject(part)).toEqual({});
  });

  it("is left alone when the page's own header was rejected", async () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    void ask({ requestHeaders: [{ name: 'authorization', value: 'Bearer own' }] });
    expect(await reject()).toEqual({});
  });

  it('is sent again when it left without a token, as the background was being stopped', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    expect(await reject()).toEqual({ redirectUrl: request.url });
    expect(await reject({ originUrl: 'https://example.com/' })).toEqual({});
  });

  it('is not sent for ever, and is forgotten when it is over', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    const send = async () => {
      await ask();
      return reject();
    };
    for (let resends = 0; resends < 5; resends += 1) expect(await send()).toEqual({ redirectUrl: request.url });
    expect(await send()).toEqual({});
    ended.trigger({ requestId: '1' });
    expect(await send()).toEqual({ redirectUrl: request.url });
  });

  it('is left alone after a renewal that brought nothing', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE), { renewAfterRejection: () => Promise.resolve(false) });
    await ask();
    await reject();
    expect(await ask()).toEqual(carries(ACCESS_TOKEN));
    expect(await reject()).toEqual({});
  });

  it('is forgotten when it is redirected elsewhere, where its end is not told of', async () => {
    addHeaders(() => Promise.resolve(IN_FORCE));
    for (let resends = 0; resends < 5; resends += 1) {
      await ask();
      await reject();
      redirected.trigger({ requestId: '1', url: request.url, redirectUrl: request.url });
    }
    await ask();
    expect(await reject()).toEqual({});
    redirected.trigger({ requestId: '1', url: request.url, redirectUrl: 'https://example.com/' });
    expect(await reject()).toEqual({ redirectUrl: request.url });
  });

  it("waits no more when a request of the extension's own is told of in the same batch", async () => {
    addHeaders(() => Promise.resolve(IN_FORCE), { untilFresh: () => new Promise(() => {}) });
    const waiting = ask();
    const own = { originUrl: fakeBrowser.runtime.getURL('/'), url: `${API_ORIGIN}/oauth/token` };
    expect(await ask({ requestId: '2', ...own })).toEqual({});
    expect(await waiting).toEqual(carries(ACCESS_TOKEN));
  });
});
