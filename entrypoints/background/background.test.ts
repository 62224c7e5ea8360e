import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ACCESS_TOKEN, API_ORIGIN, PASSWORD_FORM, TOKEN_BODY } from '@/utils/testing/examples';
import { PROFILE } from '@/utils/testing/profile-examples';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { buildEvent, installSessionRules, installWebRequest } from '@/utils/testing/fake-apis';
import { askAsPopup as ask, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

/** What the popup asks for with the form of `PROFILE`. */
const LOGIN = { profileId: PROFILE.id, form: PASSWORD_FORM };
const PAGE = 'http://localhost:3000';
const usePage = { profileId: PROFILE.id, change: { kind: 'add', what: 'pages', origin: PAGE } } as const;

type Apis = ReturnType<typeof installBackgroundApis>;
let rules: Apis['rules'];
let scripting: Apis['scripting'];
let permissions: Apis['permissions'];
/** True when documents of this origin are told the mark. */
const arms = (origin: string) => JSON.stringify(rules.getRules()).includes(`"|${origin}/"`);
const sends = (token: string) => JSON.stringify(rules.getRules()).includes(`Bearer ${token}`);

beforeEach(async () => {
  fakeBrowser.reset();
  await writeProfiles([PROFILE], []);
  ({ rules, scripting, permissions } = installBackgroundApis(API_ORIGIN));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(TOKEN_BODY))));
});

describe('the background', () => {
  it('listens before anything else happens, so that a message or a start of the browser can wake it', async () => {
    await startBackground();
    const { onMessage, onStartup } = fakeBrowser.runtime;
    expect([onMessage.hasListeners(), onStartup.hasListeners()]).toEqual([true, true]);
  });

  it('looks at no request before the first login of a browser session, and from then on also after a logout', async () => {
    const build = () => ({ onSendHeaders: buildEvent<object>(), onCompleted: buildEvent<object>() });
    let events = build();
    const isWatched = (): boolean[] => Object.values(events).map((event) => event.getFilters().length > 0);
    installWebRequest(events);
    await startBackground();
    // At first it listens, or a request could not wake it.
    expect(isWatched()).toEqual([true, true]);
    await vi.waitFor(() => expect(isWatched()).toEqual([false, false]));
    await ask('requestToken', LOGIN);
    await vi.waitFor(() => expect(isWatched()).toEqual([true, true]));
    const request = {
      requestId: '1',
      url: `${API_ORIGIN}/me`,
      method: 'GET',
      type: 'xmlhttprequest',
      tabId: 7,
      timeStamp: 0,
    };
    events.onSendHeaders.trigger({ ...request, initiator: API_ORIGIN });
    events.onCompleted.trigger({ requestId: '1', timeStamp: 1, statusCode: 200 });
    const readActivity = async () => (await fakeBrowser.storage.session.get('activity'))['activity'];
    await vi.waitFor(async () => expect(await readActivity()).toMatchObject([{ path: '/me', verdict: 'not-marked' }]));
    await ask('logOut', PROFILE.id);
    events = build();
    installWebRequest(events);
    await startBackground();
    await ask('clearActivity');
    expect([await readActivity(), isWatched()]).toEqual([[], [true, true]]);
  });

  it('sends the token from login to logout, but not while paused', async () => {
    await startBackground();
    const seen: boolean[] = [];
    const asks: [string, unknown?][] = [
      ['requestToken', LOGIN],
      ['changeSwitches', { kind: 'all', on: false }],
      ['changeSwitches', { kind: 'all', on: true }],
      ['logOut', PROFILE.id],
    ];
    for (const [type, data] of asks) {
      await ask(type, data);
      seen.push(sends(ACCESS_TOKEN));
    }
    expect(seen).toEqual([true, false, true, false]);
  });

  it('uses a page that was waiting for the permission, as soon as the browser says that it is there', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    const waiting = { origins: [PAGE], askedAtMs: Date.now(), type: 'changeReach', data: usePage } as const;
    await fakeBrowser.storage.session.set({ awaitingPermission: waiting });
    permissions.onAdded.trigger({});
    await ask('goOnWithPermission');
    expect(arms(PAGE)).toBe(false);
    permissions.granted.add('http://localhost/*');
    permissions.onAdded.trigger({});
    await vi.waitFor(() => expect(arms(PAGE)).toBe(true));
    expect(scripting.getScripts().map(({ matches }) => matches)).toEqual([
      ['http://localhost/*'],
      ['http://localhost/*'],
    ]);
  });

  it('switches off a site and a tab, until the tab is closed', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    await ask('changeReach', usePage);
    await ask('changeSwitches', { kind: 'site', origin: PAGE, on: false });
    expect([arms(API_ORIGIN), arms(PAGE)]).toEqual([true, false]);
    await ask('changeSwitches', { kind: 'tab', tabId: 7, on: false });
    expect(JSON.stringify(rules.getRules())).toContain('"excludedTabIds":[7]');
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false });
    await vi.waitFor(() => expect(JSON.stringify(rules.getRules())).not.toContain('excludedTabIds'));
    expect(arms(API_ORIGIN)).toBe(true);
  });

  it('takes the token away after a logout also when page scripts cannot be registered', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    Object.assign(fakeBrowser.scripting, { getRegisteredContentScripts: () => Promise.reject(new Error('no disk')) });
    await ask('logOut', PROFILE.id);
    expect(sends(ACCESS_TOKEN)).toBe(false);
  });

  it('puts the stored state in force again after a restart that lost the rules', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    rules = installSessionRules();
    await startBackground();
    await vi.waitFor(() => expect(sends(ACCESS_TOKEN)).toBe(true));
  });

  it('takes rules away that a crash left', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    await fakeBrowser.storage.session.clear();
    await startBackground();
    await vi.waitFor(() => expect(rules.getRules()).toEqual([]));
  });

  it('adds the header itself in Firefox, and sets no rules there', async () => {
    vi.stubEnv('FIREFOX', 'true');
    const event = buildEvent<object, unknown>();
    installWebRequest({ onBeforeSendHeaders: event });
    await startBackground();
    await ask('requestToken', LOGIN);
    const request = { url: `${API_ORIGIN}/me`, originUrl: `${API_ORIGIN}/`, method: 'GET', type: 'xmlhttprequest' };
    const header = { name: 'Authorization', value: `Bearer ${ACCESS_TOKEN}` };
    expect(await event.trigger(request)[0]).toEqual({ requestHeaders: [header] });
    expect(rules.log).toEqual([]);
  });

  it('lets a request in Firefox wait for a token that should have been renewed by now', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.stubEnv('FIREFOX', 'true');
    const event = buildEvent<object, unknown>();
    installWebRequest({ onBeforeSendHeaders: event });
    await startBackground();
    await ask('requestToken', LOGIN);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ...TOKEN_BODY, access_token: 'new' }))));
    vi.setSystemTime(Date.now() + 24 * 3600_000);
    const request = { url: `${API_ORIGIN}/me`, originUrl: `${API_ORIGIN}/`, method: 'GET', type: 'xmlhttprequest' };
    const header = { name: 'Authorization', value: 'Bearer new' };
    expect(await event.trigger(request)[0]).toEqual({ requestHeaders: [header] });
    vi.useRealTimers();
  });
});
