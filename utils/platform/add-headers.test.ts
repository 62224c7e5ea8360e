import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ACCESS_TOKEN, API_ORIGIN } from '../testing/examples';
import { buildEvent } from '../testing/fake-apis';
import { addHeaders as addHeadersOf } from './add-headers';

type Answer = { requestHeaders?: object[] };

const injection = { access_token: ACCESS_TOKEN, apiOrigin: API_ORIGIN, pageOrigins: [API_ORIGIN] };
const accept = { name: 'Accept', value: 'application/json' };
const request = {
  url: `${API_ORIGIN}/me`,
  originUrl: `${API_ORIGIN}/index.html`,
  method: 'GET',
  type: 'xmlhttprequest',
  requestHeaders: [accept],
};

let event = buildEvent<object, Answer | Promise<Answer>>();
beforeEach(() => {
  event = buildEvent();
  Object.assign(fakeBrowser.webRequest, { onBeforeSendHeaders: event });
});

const addHeaders = (read: Parameters<typeof addHeadersOf>[0], untilFresh = () => Promise.resolve()) =>
  addHeadersOf(read, untilFresh);

/** What the browser is told to do with this request. */
const ask = (part: object = {}) => event.trigger({ ...request, ...part })[0];

describe("in Firefox, a page's request to its API", () => {
  it('gets the header beside those it has', async () => {
    addHeaders(() => Promise.resolve(injection));
    const requestHeaders = [accept, { name: 'Authorization', value: `Bearer ${ACCESS_TOKEN}` }];
    expect(await ask()).toEqual({ requestHeaders });
  });

  it('stays as it is while nothing is to be injected', async () => {
    addHeaders(() => Promise.resolve(undefined));
    expect(await ask()).toEqual({});
  });

  it('gets no header after a logout, because the stored state is read for each request', async () => {
    const states = [injection, injection, undefined];
    addHeaders(() => Promise.resolve(states.shift()));
    expect([await ask(), await ask()]).toEqual([{ requestHeaders: expect.any(Array) }, {}]);
  });

  it('waits for a token that is being renewed, and gets the new one', async () => {
    const states = [injection, { ...injection, access_token: 'renewed' }];
    const log: string[] = [];
    addHeaders(
      () => Promise.resolve(states.shift()),
      async () => void log.push('waited'),
    );
    expect(await ask()).toEqual({ requestHeaders: [accept, { name: 'Authorization', value: 'Bearer renewed' }] });
    expect(log).toEqual(['waited']);
  });

  it('that is to get no header waits for nothing: it may be the renewal itself', async () => {
    addHeaders(
      () => Promise.resolve(injection),
      () => expect.unreachable('waited'),
    );
    expect(await ask({ url: `${API_ORIGIN}/oauth/token`, originUrl: 'moz-extension://1/' })).toEqual({});
  });

  it.each([
    ['of another page', { originUrl: 'https://example.com/' }],
    ['to the token endpoint', { url: `${API_ORIGIN}/oauth/token` }],
  ])('stays as it is %s', async (_case, part) => {
    addHeaders(() => Promise.resolve(injection));
    expect(await ask(part)).toEqual({});
  });

  it('is let through at once, with nothing read, when it has a header of its own', () => {
    addHeaders(() => expect.unreachable('was read'));
    expect(ask({ requestHeaders: [{ name: 'authorization', value: 'Bearer own' }] })).toEqual({});
  });

  it("is looked at only for KnetikCloud's hosts, before it leaves", () => {
    addHeaders(() => Promise.resolve(injection));
    const filter = { urls: ['https://*.knetikcloud.com/*'], types: ['xmlhttprequest'] };
    expect(event.getFilters()).toEqual([[filter, ['blocking', 'requestHeaders']]]);
  });
});
