import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupProtocol } from '@/utils/messages/popup-protocol';
import { NO_PAGE } from '@/utils/injection/injection';
import { OWN_REACH } from '@/utils/injection/reach';
import { withoutSecrets } from '@/utils/oauth2/token-form';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { API_ORIGIN, PASSWORD, PASSWORD_FORM } from '../testing/examples';
import { answerPopup, isOwnPage } from './answer-popup';
import { askBackground } from './popup-messages';

const { id } = fakeBrowser.runtime;
const popup = { id, url: `chrome-extension://${id}/popup.html` };

const LOGIN = { profileId: 'p', form: PASSWORD_FORM };
const { id: _id, ...NEW }: Profile = buildProfile('x');
const SECRETS = { client_secret: '', password: PASSWORD, token: '', refresh_token: '' };
const pageOf = (page: unknown): [string, unknown] => [
  'chooseProfile',
  { profileId: 'p', routes: [{ page, api: API_ORIGIN }] },
];
const addPage = (origin = 'https://app.example') => ({ kind: 'add', what: 'pages', origin });

const STRANGERS: [string, { id?: string; url?: string }][] = [
  ['a content script in a page', { id, url: `${API_ORIGIN}/index.html` }],
  ['a content script in a blank frame', { id, url: 'about:blank' }],
  ['a content script in a data: document', { id, url: 'data:text/html,x' }],
  ['a content script whose page names the extension', { id, url: `${API_ORIGIN}/chrome-extension://${id}/` }],
  ['a host that begins like the extension', { id, url: `chrome-extension://${id}.example/popup.html` }],
  ['another extension', { id: 'another-extension', url: 'chrome-extension://another-extension/popup.html' }],
  ['another extension that names our page', { id: 'another-extension', url: popup.url }],
  ['a sender without a URL', { id }],
  ['a sender with an unreadable URL', { id, url: '' }],
  ['a sender without an id', { url: popup.url }],
];

describe("an extension's own page", () => {
  it.each(['popup.html', 'options.html?a#b', ''])('is /%s', (path) => {
    expect(isOwnPage({ id, url: `chrome-extension://${id}/${path}` })).toBe(true);
  });

  it.each(STRANGERS)('is not %s', (_case, sender) => {
    expect(isOwnPage(sender)).toBe(false);
  });
});

describe('the background', () => {
  const answered: unknown[] = [];
  const answer = (type: keyof PopupProtocol) => async (data?: unknown) => void answered.push([type, data]);
  const unlock = (type: keyof PopupProtocol) => async (data?: unknown) => {
    answered.push([type, data]);
    return { ok: true } as const;
  };
  answerPopup({
    wakeUp: answer('wakeUp'),
    requestToken: answer('requestToken'),
    cancelTokenRequest: answer('cancelTokenRequest'),
    renewToken: answer('renewToken'),
    logOut: answer('logOut'),
    async whoAmI(profileId) {
      answered.push(['whoAmI', profileId]);
      return null;
    },
    changeReach: answer('changeReach'),
    chooseProfile: answer('chooseProfile'),
    allowWriting: answer('allowWriting'),
    changeProfiles: answer('changeProfiles'),
    importProfiles: answer('importProfiles'),
    createVault: unlock('createVault'),
    unlockVault: unlock('unlockVault'),
    lockVault: answer('lockVault'),
    changePassphrase: unlock('changePassphrase'),
    forgetVault: answer('forgetVault'),
    goOnWithPermission: answer('goOnWithPermission'),
    clearActivity: answer('clearActivity'),
    clearTabActivity: answer('clearTabActivity'),
    async changeSwitches(change) {
      if (change.kind === 'all') throw new Error('too many rules');
      answered.push(['changeSwitches', change]);
    },
  });
  beforeEach(() => {
    answered.length = 0;
  });

  /** Delivers a message as the browser does: with a sender that the browser knows. */
  const deliver = (sender: object, type: string, data?: unknown) =>
    new Promise<{ res?: unknown; err?: { message: string } }>((resolve) => {
      void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 0 }, sender, resolve);
    });

  it.each<[string, unknown]>([
    ['requestToken', LOGIN],
    ['cancelTokenRequest', 'p'],
    ['renewToken', 'p'],
    ['logOut', 'p'],
    ['wakeUp', null],
    ['goOnWithPermission', undefined],
    ['clearActivity', undefined],
    ['clearTabActivity', 7],
    ['changeSwitches', { kind: 'site', origin: 'http://localhost:3000', on: false }],
    ['changeSwitches', { kind: 'tab', tabId: 7, on: true }],
    ['changeReach', { profileId: 'p', change: addPage('https://app.example:8443') }],
    ['changeReach', { profileId: 'p', change: { ...addPage('https://app.example'), kind: 'remove' } }],
    ['changeReach', { profileId: 'p', change: { kind: 'opt', what: 'links', on: true } }],
    ['chooseProfile', { profileId: 'p', routes: [{ page: NO_PAGE, api: API_ORIGIN }] }],
    ['allowWriting', { profileId: 'p', minutes: 0 }],
    ['changeProfiles', { kind: 'add', profile: NEW, after: 'p' }],
    ['changeProfiles', { kind: 'add', profile: NEW }],
    ['changeProfiles', { kind: 'save', id: 'p', profile: NEW }],
    ['changeProfiles', { kind: 'remove', ids: ['p', 'q'] }],
    ['changeProfiles', { kind: 'restore', ids: [] }],
    ['changeProfiles', { kind: 'move', id: 'p', toIndex: 0 }],
    ['importProfiles', [{ profile: NEW, secrets: SECRETS }]],
    ['lockVault', undefined],
    ['forgetVault', undefined],
  ])('answers %s of the popup', async (type, data) => {
    await expect(deliver(popup, type, data)).resolves.toEqual({ res: undefined });
    expect(answered).toEqual([[type, data]]);
  });

  it.each<[string, unknown]>([
    ['createVault', 'correct horse'],
    ['unlockVault', { passphrase: 'correct horse', source: 'copy' }],
    ['changePassphrase', { passphrase: 'correct horse', next: 'battery staple' }],
  ])('answers %s of the popup with its outcome', async (type, data) => {
    await expect(deliver(popup, type, data)).resolves.toEqual({ res: { ok: true } });
    expect(answered).toEqual([[type, data]]);
  });

  it.each(STRANGERS)('refuses %s', async (_case, sender) => {
    const { err } = await deliver(sender, 'logOut', 'p');
    expect(err?.message).toBe('Refused: logOut was not asked by a page of the extension');
    expect(answered).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['a form with a missing member', 'requestToken', { ...LOGIN, form: { base_url: API_ORIGIN } }],
    ['a form with a member of another type', 'requestToken', { ...LOGIN, form: { ...PASSWORD_FORM, password: 42 } }],
    ['a form with an unknown grant', 'requestToken', { ...LOGIN, form: { ...PASSWORD_FORM, grant: 'toString' } }],
    ['a form of no profile', 'requestToken', { form: PASSWORD_FORM }],
    ['no form', 'requestToken', undefined],
    ['an id that is no word', 'logOut', '../p'],
    ['no id', 'renewToken', ''],
    ['something where nothing is asked for', 'lockVault', { token: 'x' }],
    ['a profile without a colour', 'changeProfiles', { kind: 'add', profile: { ...NEW, colour: undefined } }],
    ['a place before the first', 'changeProfiles', { kind: 'move', id: 'p', toIndex: -1 }],
    ['a change that is none', 'changeProfiles', { kind: 'forget', ids: ['p'] }],
    ['an import without secrets to say', 'importProfiles', [{ profile: NEW }]],
    ['writing for ever', 'allowWriting', { profileId: 'p', minutes: Infinity }],
    ['an empty passphrase', 'createVault', ''],
    ['a vault of nobody knows where', 'unlockVault', { passphrase: 'x', source: 'https://a.example' }],
    ['text instead of yes or no', 'changeSwitches', { kind: 'all', on: 'true' }],
    ['a switch for nothing known', 'changeSwitches', { kind: 'browser', on: true }],
    ['a tab without a number', 'changeSwitches', { kind: 'tab', tabId: '7', on: true }],
    ['half a tab', 'changeSwitches', { kind: 'tab', tabId: 7.5, on: true }],
    ['a choice of nothing known', 'changeReach', { profileId: 'p', change: { ...addPage(), what: 'links' } }],
    ['an option that is none', 'changeReach', { profileId: 'p', change: { kind: 'opt', what: 'pages', on: true } }],
  ])('refuses %s', async (_case, type, data) => {
    const { err } = await deliver(popup, type, data);
    expect(err?.message).toMatch(/^Invalid /);
    expect(answered).toEqual([]);
  });

  it.each([
    ['a host over plain http', 'http://example.com'],
    ['a URL with a path', 'https://example.com/'],
    ['a URL with a query', 'https://example.com?a=b'],
    ['a URL with a login', 'https://johndoe@example.com'],
    ['a host without a scheme', 'example.com'],
    ['an origin in capitals', 'https://EXAMPLE.com'],
    ['an origin with its default port', 'https://example.com:443'],
    ['an origin with space around', ' https://example.com'],
    ['an opaque origin', 'null'],
    ['a wildcard', 'https://*'],
    ['a page of the browser', 'chrome://extensions'],
    ['nothing', ''],
    ['no text', 42],
  ])('takes %s for no origin, wherever one is asked for', async (_case, origin) => {
    const asks: [string, unknown][] = [
      ['changeSwitches', { kind: 'site', origin, on: false }],
      ['changeReach', { profileId: 'p', change: { ...addPage(), origin } }],
      ['chooseProfile', { profileId: 'p', routes: [{ page: API_ORIGIN, api: origin }] }],
      // No page asks for a typed address.
      ...(origin === NO_PAGE ? [] : [pageOf(origin)]),
      ['changeProfiles', { kind: 'save', id: 'p', profile: { ...NEW, reach: { ...OWN_REACH, apis: [origin] } } }],
    ];
    for (const [type, data] of asks)
      expect((await deliver(popup, type, data)).err?.message).toMatch(/^Invalid |origin$/);
    expect(answered).toEqual([]);
  });

  it('passes on no member that the form does not have', async () => {
    await deliver(popup, 'requestToken', { ...LOGIN, form: { ...PASSWORD_FORM, extra: 1 } });
    expect(answered).toEqual([['requestToken', LOGIN]]);
  });

  it('passes on no secret in a profile, and nothing that only it may say of one', async () => {
    const profile = { ...NEW, form: PASSWORD_FORM, id: 'p', removedAtMs: 7, otherReaches: {} };
    await deliver(popup, 'changeProfiles', { kind: 'add', profile });
    expect(answered).toEqual([
      ['changeProfiles', { kind: 'add', profile: { ...NEW, form: withoutSecrets(PASSWORD_FORM) } }],
    ]);
  });

  it('tells the popup what went wrong', async () => {
    const { err } = await deliver(popup, 'changeSwitches', { kind: 'all', on: false });
    expect(err?.message).toBe('too many rules');
  });

  it('does not trust a message that does not say who sent it', async () => {
    await expect(askBackground('logOut', 'p')).rejects.toThrow('Refused');
  });
});
