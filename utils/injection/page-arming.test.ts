import { describe, expect, it } from 'vitest';
import { API_ORIGIN } from '../testing/examples';
import { ARMED_NAVIGATION, buildRealm, type FakeDocument, MARK, UNARMED_NAVIGATION } from '../testing/fake-realm';
import { ARMING_EVENT } from './arming';
import { watchPageArming as watchPageArmingTuple } from './page-arming';
import { REJECTED_EVENT, RENEWED_EVENT } from './rejection';

function watchPageArming(realm: Parameters<typeof watchPageArmingTuple>[0]) {
  const [getMark, untilKnown, untilRenewed] = watchPageArmingTuple(realm);
  return { getMark, untilKnown, untilRenewed };
}
const OTHER_MARK = 'ffffffffffffffffffffffffffffffff';
const tellArming = (realm: Window, detail: unknown) =>
  realm.performance.dispatchEvent(new CustomEvent(ARMING_EVENT, { detail }));

const page = buildRealm({ navigation: ARMED_NAVIGATION });
const bareParent = buildRealm({ navigation: UNARMED_NAVIGATION });
const foreignParent = Object.defineProperty(buildRealm({}), 'origin', {
  get: () => {
    throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
  },
});
const kc = (description: string) => ({ name: 'kc', description });

describe('at document_start the mark is known to', () => {
  it.each<[string, FakeDocument]>([
    ['a document that was armed', { navigation: ARMED_NAVIGATION }],
    ['an armed frame of another page', { navigation: ARMED_NAVIGATION, parent: foreignParent }],
    [
      'a document whose server sends such a header too',
      { navigation: { ...ARMED_NAVIGATION, serverTiming: [kc('x'), ...ARMED_NAVIGATION.serverTiming] } },
    ],
    ['a srcdoc frame of an armed page', { url: 'about:srcdoc', parent: page }],
    [
      'a blank frame in a blank frame of an armed page',
      { url: 'about:blank', parent: buildRealm({ url: 'about:blank', parent: page }) },
    ],
    ['a blob frame of an armed page', { url: `blob:${API_ORIGIN}/1`, parent: page }],
    ['a frame of an armed page that was not armed itself', { navigation: UNARMED_NAVIGATION, parent: page }],
  ])('%s', (_case, fake) => {
    const arming = watchPageArming(buildRealm(fake));
    expect(arming.getMark('/me')).toBe(MARK);
    expect(arming.untilKnown('/me')).toBeFalsy();
  });
});

describe('there is no mark, and nothing to wait for, in', () => {
  it.each<[string, FakeDocument]>([
    ['a document from the network that was not armed', { navigation: UNARMED_NAVIGATION }],
    ['such a frame of a page that was not armed', { navigation: UNARMED_NAVIGATION, parent: bareParent }],
  ])('%s', (_case, fake) => {
    const arming = watchPageArming(buildRealm(fake));
    expect(arming.getMark('/me')).toBeFalsy();
    expect(arming.untilKnown('/me')).toBeFalsy();
  });
});

describe('the mark may come later to', () => {
  const hidden: [string, FakeDocument][] = [
    ['a document from the HTTP cache', { navigation: { ...UNARMED_NAVIGATION, transferSize: 0 } }],
    ['a document of a service worker', { navigation: { ...UNARMED_NAVIGATION, workerStart: 3 } }],
    ['a document that says nothing of its navigation', {}],
    ['a blank frame of another page', { url: 'about:blank', parent: foreignParent }],
    ['a blank frame of a page that is not armed', { url: 'about:blank', parent: bareParent }],
  ];
  it.each(hidden)('%s, which waits for the relay', async (_case, fake) => {
    const realm = buildRealm(fake);
    const arming = watchPageArming(realm);
    const waiting = arming.untilKnown('/me');
    tellArming(realm, `${MARK} ${API_ORIGIN}`);
    await waiting;
    expect([waiting instanceof Promise, arming.getMark('/me'), Boolean(arming.untilKnown('/me'))]).toEqual([
      true,
      MARK,
      false,
    ]);
  });

  it.each(hidden)('%s, which hears that it is not armed, or that this takes long', async (_case, fake) => {
    for (const detail of ['-', '']) {
      const realm = buildRealm(fake);
      const arming = watchPageArming(realm);
      const waiting = arming.untilKnown('/me');
      tellArming(realm, detail);
      await waiting;
      expect(arming.getMark('/me') || arming.untilKnown('/me')).toBeFalsy();
    }
  });

  it('a document from the cache, where requests to another origin do not wait', () => {
    const arming = watchPageArming(buildRealm({}));
    expect(arming.untilKnown('https://example.com/')).toBeFalsy();
  });
});

describe('while the page is open', () => {
  it.each([
    ['another login brings another mark', `${OTHER_MARK} ${API_ORIGIN}`, OTHER_MARK],
    ['a logout takes the mark away', '-', ''],
    ['a relay that does not know leaves everything as it is', '', MARK],
    ['an event that nobody understands takes the mark away', { mark: MARK }, ''],
  ])('%s', (_case, detail, mark) => {
    const realm = buildRealm({ navigation: ARMED_NAVIGATION });
    const arming = watchPageArming(realm);
    tellArming(realm, detail);
    expect(arming.getMark('/me') || '').toBe(mark);
  });

  it.each([
    ['/me', MARK],
    ['../users', MARK],
    [`${API_ORIGIN}/me`, MARK],
    ['/oauth/token', ''],
    ['//example.com/me', ''],
  ])('a request to %s is decided on its resolved URL', (url, mark) => {
    expect(watchPageArming(page).getMark(url) || '').toBe(mark);
  });

  it('a URL that is none throws, as the native functions do', () => {
    expect(() => watchPageArming(page).getMark('https://')).toThrow(TypeError);
  });
});

describe('after a 401 the page script', () => {
  it.each([
    ['yes', true],
    ['', false],
  ])('tells when the request was sent, and takes %j for an answer', async (detail, isWorthIt) => {
    const { performance } = page;
    const told: unknown[] = [];
    performance.addEventListener(
      REJECTED_EVENT,
      (event) => {
        told.push(event instanceof CustomEvent && event.detail);
        performance.dispatchEvent(new CustomEvent(RENEWED_EVENT, { detail }));
      },
      { once: true },
    );
    expect([Boolean(await watchPageArming(page).untilRenewed(42)), told]).toEqual([isWorthIt, [42]]);
  });

  it('waits no more when the page gives the request up', async () => {
    const controller = new AbortController();
    const waiting = watchPageArming(page).untilRenewed(42, controller.signal);
    controller.abort();
    await expect(waiting).resolves.toBeTruthy();
  });
});
