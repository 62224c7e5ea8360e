import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { defineDraftForm, pausedItem } from '@/utils/platform/storage';
import { buildManagedId } from '@/utils/profiles/managed-id';
import { ACCESS_TOKEN, API_ORIGIN, PASSWORD_FORM, TOKEN_BODY } from '@/utils/testing/examples';
import { PROFILE } from '@/utils/testing/profile-examples';
import { askAsPopup as ask, installBackgroundApis, startBackground } from '@/utils/testing/running-background';

const PAGE = 'http://localhost:3000';
const LOGIN = { profileId: PROFILE.id, form: PASSWORD_FORM };

let apis: ReturnType<typeof installBackgroundApis>;
let posts: URLSearchParams[];
let status = 200;

const sends = (token: string) => JSON.stringify(apis.rules.getRules()).includes(`Bearer ${token}`);
const armsPage = () => JSON.stringify(apis.rules.getRules()).includes(`"|${PAGE}/"`);
const press = (name: string) => apis.user.onCommand.trigger(name);
const listTabs = async () => (await fakeBrowser.tabs.query({})).map(({ url }) => url);

beforeEach(async () => {
  fakeBrowser.reset();
  await writeProfiles([PROFILE], []);
  apis = installBackgroundApis(API_ORIGIN);
  posts = [];
  status = 200;
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: URLSearchParams }) => {
    posts.push(body);
    return new Response(JSON.stringify(status === 200 ? TOKEN_BODY : { error: 'invalid_grant' }), { status });
  });
});

describe('the keys for a token', () => {
  it('log in with what is filled in', async () => {
    await startBackground();
    await defineDraftForm(PROFILE.id).setValue(PASSWORD_FORM);
    press('get-token');
    await vi.waitFor(() => expect(sends(ACCESS_TOKEN)).toBe(true));
    expect(apis.popup.opened).toBe(0);
  });

  it('renew the token that is held', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    press('get-token');
    await vi.waitFor(() => expect(posts.map((body) => body.get('grant_type'))).toEqual(['password', 'refresh_token']));
  });

  it('show on the badge that a token is asked for', async () => {
    await startBackground();
    await defineDraftForm(PROFILE.id).setValue(PASSWORD_FORM);
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    press('get-token');
    await vi.waitFor(() => expect(apis.badge.getText()).toBe('…'));
  });

  it('open the popup where something is not filled in, and ask for nothing', async () => {
    await startBackground();
    press('get-token');
    await vi.waitFor(() => expect(apis.popup.opened).toBe(1));
    expect(posts).toEqual([]);
  });

  it('open the popup where the browser would have to ask the user for the host', async () => {
    apis.permissions.granted.clear();
    await startBackground();
    await defineDraftForm(PROFILE.id).setValue(PASSWORD_FORM);
    press('get-token');
    await vi.waitFor(() => expect(apis.popup.opened).toBe(1));
    expect(posts).toEqual([]);
  });

  it('open the popup in a tab where it cannot open at the toolbar, to show why the server refused', async () => {
    await startBackground();
    await defineDraftForm(PROFILE.id).setValue(PASSWORD_FORM);
    [status, apis.popup.isAllowed] = [400, false];
    press('get-token');
    await vi.waitFor(async () => expect(await listTabs()).toContain(fakeBrowser.runtime.getURL('/popup.html')));
  });
});

it('the keys for a pause stop the token, and let it go on', async () => {
  await startBackground();
  await ask('requestToken', LOGIN);
  press('toggle-pause');
  await vi.waitFor(() => expect([sends(ACCESS_TOKEN), apis.badge.getText()]).toEqual([false, 'II']));
  press('toggle-pause');
  await vi.waitFor(() => expect([sends(ACCESS_TOKEN), apis.badge.getText()]).toEqual([true, 'on']));
});

describe('the context menu', () => {
  const useSite = () => apis.menu.choose({ menuItemId: 'use-site', pageUrl: `${PAGE}/a?b` });

  it('is made once, though the browser keeps the one of an earlier background', async () => {
    await startBackground();
    await vi.waitFor(() => expect(apis.menu.listTitles()).toHaveLength(5));
    await startBackground();
    await ask('requestToken', LOGIN);
    await vi.waitFor(() => expect(apis.menu.listEnabled()).toContain('copy-token'));
    expect(apis.menu.listTitles()).toHaveLength(5);
  });

  it('follows what is stored', async () => {
    await startBackground();
    await vi.waitFor(() => expect(apis.menu.listTitles()).toContain('Pause sending the token'));
    expect(apis.menu.listEnabled()).not.toContain('copy-token');
    await pausedItem.setValue(true);
    await vi.waitFor(() => expect(apis.menu.listTitles()).toContain('Resume sending the token'));
  });

  it('uses a site after the user has allowed its host, and shows that', async () => {
    await startBackground();
    await ask('requestToken', LOGIN);
    useSite();
    await vi.waitFor(() => expect(armsPage()).toBe(true));
    expect(apis.permissions.asked).toEqual([['http://localhost/*']]);
    await vi.waitFor(() => expect(apis.popup.opened).toBe(1));
  });

  it('asks for the host before anything is waited for, as the browser wants it', async () => {
    await startBackground();
    useSite();
    expect(apis.permissions.asked).toEqual([['http://localhost/*']]);
  });

  it('uses no site that the user does not allow', async () => {
    apis.permissions.userAgrees = false;
    await startBackground();
    await ask('requestToken', LOGIN);
    const kept: unknown[] = [];
    fakeBrowser.storage.session.onChanged.addListener(({ awaitingPermission }) => {
      if (awaitingPermission) kept.push(awaitingPermission.newValue ?? 'forgotten');
    });
    useSite();
    await vi.waitFor(() => expect(kept).toEqual([expect.anything(), 'forgotten']));
    expect([armsPage(), apis.popup.opened]).toEqual([false, 0]);
  });

  it.each([
    ['no web page', 'chrome://settings/'],
    ['a page that came over http', 'http://example.com/'],
    ['a page that is not known', undefined],
  ])('asks for nothing on %s: the popup says why', async (_case, pageUrl) => {
    await startBackground();
    apis.menu.choose({ menuItemId: 'use-site', ...(pageUrl !== undefined && { pageUrl }) });
    await vi.waitFor(() => expect(apis.popup.opened).toBe(1));
    expect(apis.permissions.asked).toEqual([]);
  });

  it('adds no site to a profile of the team', async () => {
    await fakeBrowser.storage.managed.set({ profiles: [{ name: 'Team', base_url: API_ORIGIN }] });
    await fakeBrowser.storage.local.set({ currentProfile: { version: 1, value: buildManagedId('Team') } });
    await startBackground();
    useSite();
    await vi.waitFor(() => expect(apis.popup.opened).toBe(1));
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain(PAGE);
  });

  it('explains the page in a tab of its own', async () => {
    await startBackground();
    apis.menu.choose({ menuItemId: 'explain-page', pageUrl: `${PAGE}/a?b=c&d#e` });
    const url = `/popup.html?explain=${encodeURIComponent(`${PAGE}/a?b=c&d#e`)}` as const;
    await vi.waitFor(async () => expect(await listTabs()).toContain(fakeBrowser.runtime.getURL(url as '/popup.html')));
  });

  it('pauses, and opens the side panel in the window of the click', async () => {
    await startBackground();
    apis.menu.choose({ menuItemId: 'open-side-panel' }, { windowId: 7 });
    expect(apis.sidePanels).toEqual([7]);
    apis.menu.choose({ menuItemId: 'toggle-pause' });
    await vi.waitFor(async () => expect(await pausedItem.getValue()).toBe(true));
  });
});
