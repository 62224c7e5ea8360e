import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { API_ORIGIN } from '../testing/examples';
import { answerPages } from './page-messages';

const { id } = fakeBrowser.runtime;
const page = { id, origin: API_ORIGIN, url: `${API_ORIGIN}/index.html`, tab: { id: 7 } };

const STRANGERS: [string, object][] = [
  ['another page', { ...page, origin: 'https://app.knetikcloud.com' }],
  ['a subdomain', { ...page, origin: 'https://app.devsandbox.knetikcloud.com' }],
  ['another port', { ...page, origin: `${API_ORIGIN}:8443` }],
  ['a sandboxed frame', { ...page, origin: 'null' }],
  ['a sender without an origin', { id, url: page.url }],
  ['another extension', { ...page, id: 'another-extension' }],
];

describe('the background', () => {
  const armed = { pageOrigins: [API_ORIGIN], offTabs: [] as number[] };
  let injection: typeof armed | undefined;
  const asked: unknown[] = [];
  const renewAfterRejection = async (request: unknown) => asked.push(request) > 0;
  answerPages({ renewAfterRejection }, () => Promise.resolve(injection));
  beforeEach(() => {
    injection = armed;
    asked.length = 0;
  });

  /** Delivers a relay's question as the browser does: with a sender that the browser knows. */
  const deliver = (sender: object, data: unknown = 42, type = 'renewAfterRejection') =>
    new Promise<{ res?: unknown; err?: { message: string } }>((resolve) => {
      const message = { id: 0, type, data, timestamp: 0 };
      void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });

  it.each([
    ['an armed page', page],
    ['a blank frame of an armed page', { ...page, url: 'about:blank' }],
  ])('renews for %s', async (_case, sender) => {
    await expect(deliver(sender)).resolves.toEqual({ res: true });
    expect(asked).toEqual([{ sentAtMs: 42 }]);
  });

  it.each(STRANGERS)('refuses %s', async (_case, sender) => {
    const { err } = await deliver(sender);
    expect([err?.message, asked]).toEqual(['Refused: renewAfterRejection was not asked by an armed page', []]);
  });

  it('refuses every page while none is armed, as when nobody is logged in', async () => {
    injection = undefined;
    expect((await deliver(page)).err?.message).toMatch(/^Refused/);
  });

  it('refuses an armed page in a tab that is switched off, and in no other', async () => {
    injection = { ...armed, offTabs: [7] };
    expect((await deliver(page)).err?.message).toMatch(/^Refused/);
    expect(await deliver({ ...page, tab: { id: 8 } })).toEqual({ res: true });
  });

  it.each([['text'], [null], [{}], [Number.POSITIVE_INFINITY]])('refuses %j for a time', async (data) => {
    expect((await deliver(page, data)).err?.message).toMatch(/^Invalid /);
    expect(asked).toEqual([]);
  });

  describe('says whether the token is off in the tab that asks', () => {
    it.each<[string, object, boolean]>([
      ['of an armed page no', page, false],
      ['of an armed page in another tab no', { ...page, tab: { id: 9 } }, false],
      ['of an armed page in a tab that is switched off yes', { ...page, tab: { id: 8 } }, true],
      ...STRANGERS.map(([name, sender]): [string, object, boolean] => [`of ${name} yes`, sender, true]),
    ])('%s', async (_case, sender, isOff) => {
      injection = { ...armed, offTabs: [8] };
      expect(await deliver(sender, undefined, 'isTabOff')).toEqual({ res: isOff });
    });

    it('of every page yes while none is armed', async () => {
      injection = undefined;
      expect(await deliver(page, undefined, 'isTabOff')).toEqual({ res: true });
    });
  });
});
