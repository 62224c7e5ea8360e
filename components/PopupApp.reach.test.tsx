// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OWN_REACH, type Reach } from '@/utils/injection/reach';
import { writeProfiles } from '@/utils/platform/profile-storage';
import { activityItem, awaitingPermissionItem, offSitesItem, offTabsItem } from '@/utils/platform/storage';
import { API_ORIGIN } from '@/utils/testing/examples';
import { installNotifications } from '@/utils/testing/fake-apis';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { PROFILE } from '@/utils/testing/profile-examples';
import {
  findButton,
  getButton,
  installBackground,
  installTab,
  openPopup,
  storeLogins,
  storeProfiles,
} from './testing/open-popup';

const PAGE = 'http://localhost:3000';
const PATTERNS = ['https://devsandbox.knetikcloud.com/*', 'http://localhost/*'];
const addPage = { kind: 'add', what: 'pages', origin: PAGE } as const;
const removePage = { ...addPage, kind: 'remove' } as const;
const profileId = PROFILE.id;
const storeReach = (part: Partial<Reach> = {}) =>
  act(() => writeProfiles([{ ...PROFILE, reach: { ...OWN_REACH, ...part } }], [PROFILE]));
const choosePage = () => storeReach({ pages: [PAGE] });

let background: ReturnType<typeof installBackground>;
let browser: ReturnType<typeof installNotifications>;
beforeEach(async () => {
  fakeBrowser.reset();
  background = installBackground();
  browser = installNotifications(PATTERNS.slice(0, 1));
  vi.stubEnv('FIREFOX', '');
  await storeProfiles(PROFILE);
  await storeLogins(PROFILE);
});
afterEach(cleanup);

/** What waits for the permission, and what the background was asked. */
const awaitChoice = async (change: object) => {
  await vi.waitFor(() => expect(background.asked).toEqual([['goOnWithPermission']]));
  expect(await awaitingPermissionItem.getValue()).toMatchObject({
    type: 'changeReach',
    data: { profileId, change },
  });
};

describe('where the token goes', () => {
  const openReach = async () => {
    const opened = await openPopup();
    await opened.user.click(getButton('Where it goes'));
    await screen.findByRole('group', { name: 'Where the token goes' });
    return opened;
  };

  it('is a view beside the login, and needs no token', async () => {
    const { user } = await openReach();
    expect(await screen.findByRole('group', { name: 'Where the token goes' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Log out' })).toBeNull();
    await user.click(getButton('Login'));
    expect(await findButton('Log out')).toBeTruthy();
    await storeLogins();
    await user.click(getButton('Where it goes'));
    expect(await screen.findByRole('group', { name: 'Where the token goes' })).toBeTruthy();
  });

  it('takes in a page when the user has allowed it together with the API', async () => {
    const { user } = await openReach();
    await user.type(screen.getByLabelText('Another page'), 'localhost:3000{Enter}');
    await awaitChoice(addPage);
    expect(browser.asked).toEqual([PATTERNS]);
  });

  it('takes in nothing when the user does not allow it', async () => {
    browser.userAgrees = false;
    const { user } = await openReach();
    await user.type(screen.getByLabelText('Another page'), 'localhost:3000{Enter}');
    await vi.waitFor(() => expect(browser.asked).toHaveLength(1));
    await vi.waitFor(async () => expect(await awaitingPermissionItem.getValue()).toBeNull());
    expect(background.asked).toEqual([]);
  });

  it.each([
    ['links', /^Also opened links/, []],
    ['everything', /^Also everything else/, ['wss://devsandbox.knetikcloud.com/*']],
  ] as const)('is widened to %s when the browser allows it, and narrowed without a question', async (...row) => {
    const [what, name, patterns] = row;
    const { user } = await openReach();
    await user.click(screen.getByRole('checkbox', { name }));
    await awaitChoice({ kind: 'opt', what, on: true });
    expect(browser.asked).toEqual([[...PATTERNS.slice(0, 1), ...patterns]]);
    await storeReach({ [what]: true });
    await user.click(await screen.findByRole('checkbox', { name, checked: true }));
    const change = { kind: 'opt', what, on: false };
    expect(background.asked.at(-1)).toEqual(['changeReach', { profileId, change }]);
    expect(browser.asked).toHaveLength(1);
  });

  it('asks also for the WebSockets of further APIs, whichever was chosen first', async () => {
    const media = 'https://media.example';
    await storeReach({ apis: [media] });
    const { user } = await openReach();
    await user.click(screen.getByRole('checkbox', { name: /^Also everything else/ }));
    await storeReach({ everything: true });
    await user.type(screen.getByLabelText('Another API that takes this token'), `${media}{Enter}`);
    const socket = 'wss://media.example/*';
    expect(browser.asked).toEqual([
      [...PATTERNS.slice(0, 1), 'wss://devsandbox.knetikcloud.com/*', socket],
      [...PATTERNS.slice(0, 1), `${media}/*`, socket],
    ]);
  });

  it('lets a page go without a question, and shows what is stored', async () => {
    await choosePage();
    const { user } = await openReach();
    await user.click(getButton(`Remove: page ${PAGE}`));
    expect([background.asked, browser.asked]).toEqual([[['changeReach', { profileId, change: removePage }]], []]);
    await storeReach();
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: `Remove: page ${PAGE}` })).toBeNull());
  });
});

describe('the activity', () => {
  it('is a view also while nobody is logged in, and is cleared by the background', async () => {
    await storeLogins();
    const entry = { sentAtMs: 0, method: 'GET', origin: API_ORIGIN, path: '/me', page: API_ORIGIN, durationMs: 1 };
    await activityItem.setValue([{ ...entry, tabId: 7, kind: 'call', verdict: 'no-token', status: 401 }]);
    const { user } = await openPopup();
    await user.click(getButton('Activity'));
    await user.click(await findButton('Clear'));
    expect(background.asked).toEqual([['clearActivity']]);
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('the current tab', () => {
  it('becomes a page whose requests carry the token, when the user wants and allows it', async () => {
    await installTab({ url: `${PAGE}/app` });
    const { user } = await openPopup();
    await user.click(await findButton('Use on this site'));
    await awaitChoice(addPage);
    expect(browser.asked).toEqual([PATTERNS]);
  });

  it('is told to be kept from the extension, until the user allows it', async () => {
    await choosePage();
    await installTab({ url: `${PAGE}/app` });
    const { user } = await openPopup();
    await user.click(await findButton('Allow'));
    await awaitChoice(addPage);
    expect(await screen.findByText('Requests from this page carry the token')).toBeTruthy();
  });

  it('can be switched off for its site or for itself, and on again', async () => {
    const tabId = await installTab({ url: PAGE_URL });
    const { user } = await openPopup();
    await user.click(await findButton('Off on this site'));
    await act(() => offSitesItem.setValue([API_ORIGIN]));
    await user.click(await findButton('Switch on'));
    await act(() => offSitesItem.setValue([]));
    await user.click(await findButton('Off in this tab'));
    await act(() => offTabsItem.setValue([tabId ?? 0]));
    await user.click(await findButton('Switch on'));
    const site = { kind: 'site', origin: API_ORIGIN };
    const tab = { kind: 'tab', tabId };
    expect(background.asked).toEqual([
      ['changeSwitches', { ...site, on: false }],
      ['changeSwitches', { ...site, on: true }],
      ['changeSwitches', { ...tab, on: false }],
      ['changeSwitches', { ...tab, on: true }],
    ]);
  });
});
