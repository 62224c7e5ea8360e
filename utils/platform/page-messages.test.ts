import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type InForce, NO_PAGE, NOTHING_IN_FORCE } from '@/utils/injection/injection';
import { API_ORIGIN, buildRoutes, IN_FORCE, INJECTION, PROFILE_ID } from '../testing/examples';
import { answerPages } from './page-messages';

const { id } = fakeBrowser.runtime;
const page = { id, origin: API_ORIGIN, url: `${API_ORIGIN}/index.html`, tab: { id: 7 } };

const STRANGERS: [string, object][] = [
  ['another page', { ...page, origin: 'https://app.knetikcloud.com' }],
  ['a subdomain', { ...page, origin: 'https://app.devsandbox.knetikcloud.com' }],
  ['another port', { ...page, origin: `${API_ORIGIN}:8443` }],
  ['a sandboxed frame', { ...page, origin: 'null' }],
  ['a sender without an origin', { id, url: page.url }],
  ['a sender with an empty origin', { ...page, origin: NO_PAGE }],
  ['another extension', { ...page, id: 'another-extension' }],
];

describe('the background', () => {
  const armed = { ...IN_FORCE, injections: [{ ...INJECTION, routes: buildRoutes([API_ORIGIN, NO_PAGE]) }] };
  let inForce: InForce = armed;
  const asked: unknown[] = [];
  const renewAfterRejection = async (...question: unknown[]) => asked.push(question) > 0;
  answerPages({ renewAfterRejection }, () => Promise.resolve(inForce));
  beforeEach(() => {
    inForce = armed;
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
    expect(asked).toEqual([[[PROFILE_ID], { sentAtMs: 42 }]]);
  });

  it('renews for all profiles that are in force on the page, and for no others', async () => {
    const media = buildRoutes([API_ORIGIN], ['https://media.example']);
    const second = { ...INJECTION, profileId: 'profile-2', routes: media };
    const elsewhere = { ...second, profileId: 'profile-3', routes: buildRoutes(['https://app.example']) };
    inForce = { ...armed, injections: [INJECTION, second, elsewhere] };
    await deliver(page);
    expect(asked).toEqual([[[PROFILE_ID, 'profile-2'], { sentAtMs: 42 }]]);
  });

  it.each(STRANGERS)('refuses %s', async (_case, sender) => {
    const { err } = await deliver(sender);
    expect([err?.message, asked]).toEqual(['Refused: renewAfterRejection was not asked by an armed page', []]);
  });

  it('refuses every page while none is armed, as when nobody is logged in', async () => {
    inForce = NOTHING_IN_FORCE;
    expect((await deliver(page)).err?.message).toMatch(/^Refused/);
  });

  it('refuses an armed page in a tab that is switched off, and in no other', async () => {
    inForce = { ...armed, offTabs: [7] };
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
      inForce = { ...armed, offTabs: [8] };
      expect(await deliver(sender, undefined, 'isTabOff')).toEqual({ res: isOff });
    });

    it('of every page yes while none is armed', async () => {
      inForce = NOTHING_IN_FORCE;
      expect(await deliver(page, undefined, 'isTabOff')).toEqual({ res: true });
    });
  });
});
