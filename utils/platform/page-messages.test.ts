import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { API_ORIGIN } from '../testing/examples';
import { answerPages } from './page-messages';

const { id } = fakeBrowser.runtime;
const page = { id, origin: API_ORIGIN, url: `${API_ORIGIN}/index.html`, tab: {} };

describe('the background', () => {
  let armed = [API_ORIGIN];
  const asked: unknown[] = [];
  const renewAfterRejection = async (request: unknown) => asked.push(request) > 0;
  answerPages({ renewAfterRejection }, () => Promise.resolve(armed));
  beforeEach(() => {
    armed = [API_ORIGIN];
    asked.length = 0;
  });

  /** Delivers a relay's question as the browser does: with a sender that the browser knows. */
  const deliver = (sender: object, data: unknown = 42) =>
    new Promise<{ res?: unknown; err?: { message: string } }>((resolve) => {
      const message = { id: 0, type: 'renewAfterRejection', data, timestamp: 0 };
      void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
    });

  it.each([
    ['an armed page', page],
    ['a blank frame of an armed page', { ...page, url: 'about:blank' }],
  ])('renews for %s', async (_case, sender) => {
    await expect(deliver(sender)).resolves.toEqual({ res: true });
    expect(asked).toEqual([{ sentAtMs: 42 }]);
  });

  it.each<[string, object]>([
    ['another page', { ...page, origin: 'https://app.knetikcloud.com' }],
    ['a subdomain', { ...page, origin: 'https://app.devsandbox.knetikcloud.com' }],
    ['another port', { ...page, origin: `${API_ORIGIN}:8443` }],
    ['a sandboxed frame', { ...page, origin: 'null' }],
    ['a sender without an origin', { id, url: page.url }],
    ['another extension', { ...page, id: 'another-extension' }],
  ])('refuses %s', async (_case, sender) => {
    const { err } = await deliver(sender);
    expect([err?.message, asked]).toEqual(['Refused: renewAfterRejection was not asked by an armed page', []]);
  });

  it('refuses every page while none is armed, as when nobody is logged in', async () => {
    armed = [];
    expect((await deliver(page)).err?.message).toMatch(/^Refused/);
  });

  it.each([['text'], [null], [{}], [Number.POSITIVE_INFINITY]])('refuses %j for a time', async (data) => {
    expect((await deliver(page, data)).err?.message).toMatch(/^Invalid /);
    expect(asked).toEqual([]);
  });
});
