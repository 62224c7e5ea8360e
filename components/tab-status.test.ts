import { describe, expect, it } from 'vitest';
import { OWN_REACH } from '@/utils/injection/reach';
import type { TokenState } from '@/utils/oauth2/token-state';
import type { ActiveTab } from '@/utils/platform/tabs';
import { buildProfile, type Profile } from '@/utils/profiles/profile';
import { buildChoiceKey } from '@/utils/profiles/routes';
import type { Situation } from '@/utils/profiles/situation';
import { ALL_ON, API_ORIGIN, ISSUED_TOKEN } from '@/utils/testing/examples';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { buildSituation, PROFILE } from '@/utils/testing/profile-examples';
import { getNeededOrigins, getTabStatus, type TabSituation, type TabStatus } from './tab-status';

const CHOSEN = 'http://localhost:3000';
const OTHER_API = 'https://api.example';
const chosen: Profile = { ...PROFILE, reach: { ...OWN_REACH, pages: [CHOSEN] } };
const rival = buildProfile('rival', { name: 'Server client', form: PROFILE.form });
const other = buildProfile('other', { name: 'Other API', form: { ...PROFILE.form, base_url: OTHER_API } });
const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const otherIssued: TokenState = { kind: 'issued', token: { ...ISSUED_TOKEN, api_origin: OTHER_API } };

const loggedIn = (profiles: Profile[], part: Partial<Situation> = {}): Partial<TabSituation> => ({
  situation: buildSituation({
    profiles,
    states: Object.fromEntries(profiles.map(({ id }) => [id, id === 'other' ? otherIssued : issued])),
    ...part,
  }),
});
const switched = (part: Partial<Situation['switches']>): Partial<TabSituation> =>
  loggedIn([chosen], { switches: { ...ALL_ON, ...part } });
const loggedOut = loggedIn([]);
const locked = { ...loggedOut, isLocked: true };
const paused = switched({ paused: true });
const offSite = switched({ offSites: [API_ORIGIN] });
const offTab = switched({ offTabs: [7] });

const tab = (url?: string, hasRelay = true): ActiveTab => ({ id: 7, ...(url !== undefined && { url }), hasRelay });
const own = { page: API_ORIGIN, api_origin: API_ORIGIN, profileId: PROFILE.id };
const notChosen = (page: string): TabStatus => ({ ...own, kind: 'not-chosen', page });
const carries = (page = API_ORIGIN, part: { tabId?: number; names?: string[] } = {}): TabStatus => ({
  kind: 'carries',
  page,
  tabId: 7,
  names: [],
  ...part,
});
const foreign = { kind: 'foreign' } as const;
const knetik = 'https://app.knetikcloud.com';

const see = (front: ActiveTab | undefined, part: Partial<TabSituation>): TabStatus =>
  getTabStatus(front, {
    profile: chosen,
    situation: buildSituation({ profiles: [chosen] }),
    isLocked: false,
    isPermitted: true,
    ...part,
  });

describe("the tab's status", () => {
  it.each<[string, ActiveTab | undefined, Partial<TabSituation>, TabStatus]>([
    ['without a tab', undefined, {}, foreign],
    ['of a tab that the extension may not see', tab(), {}, foreign],
    ['of a page of the browser', tab('chrome://newtab/'), {}, foreign],
    ['of an address that is none', tab('https://'), {}, foreign],
    ['of another site without a token', tab('https://example.com/'), loggedOut, foreign],
    ['of a look-alike without a token', tab('https://knetikcloud.com.example/'), loggedOut, foreign],
    ['without a token', tab(PAGE_URL), loggedOut, { kind: 'logged-out' }],
    ['of a chosen page without a token', tab(`${CHOSEN}/app`), loggedOut, { kind: 'logged-out' }],
    ['while the vault is locked', tab(PAGE_URL), locked, { kind: 'locked' }],
    ['of another site while the vault is locked', tab('https://example.com/'), locked, foreign],
    ['of another site', tab('https://example.com/x'), {}, notChosen('https://example.com')],
    ['of a look-alike', tab('https://knetikcloud.com.example/'), {}, notChosen('https://knetikcloud.com.example')],
    ['of another host of KnetikCloud', tab(`${knetik}/`), {}, notChosen(knetik)],
    ['of another port', tab(`${API_ORIGIN}:8443/`), {}, notChosen(`${API_ORIGIN}:8443`)],
    ['of such a page while paused', tab('https://example.com/'), paused, notChosen('https://example.com')],
    ['over http', tab('http://devsandbox.knetikcloud.com/'), paused, { kind: 'insecure' }],
    ['while paused', tab(PAGE_URL), paused, { kind: 'paused' }],
    ['while paused, of an old page', tab(PAGE_URL, false), paused, { kind: 'paused' }],
    ['of a site that is switched off', tab(PAGE_URL), offSite, { kind: 'off-site', ...own }],
    ['of a tab that is switched off', tab(PAGE_URL), offTab, { kind: 'off-tab', tabId: 7 }],
    [
      'of another tab than the one switched off',
      { ...tab(PAGE_URL), id: 8 },
      offTab,
      carries(API_ORIGIN, { tabId: 8 }),
    ],
    ['without the permission', tab(PAGE_URL), { isPermitted: false }, { kind: 'not-permitted', ...own }],
    ['of a page older than the extension', tab(PAGE_URL, false), {}, { kind: 'needs-reload' }],
    ['of a page that carries the token', tab(PAGE_URL), {}, carries()],
    ['of a chosen page', tab(`${CHOSEN}/app#/users`), {}, carries(CHOSEN)],
  ])('%s', (_case, front, part, status) => {
    expect(see(front, part)).toEqual(status);
  });
});

describe("the tab's status with several profiles", () => {
  const choice = { [buildChoiceKey({ page: API_ORIGIN, api: API_ORIGIN })]: rival.id };

  it('names the one whose token goes, where another is shown', () => {
    const part = loggedIn([PROFILE, other]);
    expect(see(tab(PAGE_URL), { ...part, profile: other })).toEqual(carries(API_ORIGIN, { names: ['Sandbox'] }));
    expect(see(tab(`${OTHER_API}/`), { ...part, profile: other })).toEqual(carries(OTHER_API));
  });

  it('names the one in force of those that fit: the first of the list, or the one chosen', () => {
    const both = [PROFILE, rival];
    const shown = { profile: rival };
    expect(see(tab(PAGE_URL), { ...loggedIn(both), ...shown })).toEqual(carries(API_ORIGIN, { names: ['Sandbox'] }));
    expect(see(tab(PAGE_URL), { ...loggedIn(both, { choices: choice }), ...shown })).toEqual(carries());
  });

  it('names all whose tokens go from one page to different APIs', () => {
    const sharing = { ...other, reach: { ...OWN_REACH, pages: [API_ORIGIN] } };
    const part = loggedIn([PROFILE, sharing]);
    expect(see(tab(PAGE_URL), { ...part, profile: PROFILE })).toEqual(
      carries(API_ORIGIN, { names: ['Sandbox', 'Other API'] }),
    );
  });

  it('never offers to widen where another profile’s token goes than the one shown', () => {
    const part = { ...loggedIn([other]), profile: PROFILE };
    expect(see(tab('https://example.com/'), part)).toEqual(foreign);
    expect(see(tab(PAGE_URL), part)).toEqual({ kind: 'logged-out' });
  });

  it('asks for the permission in the name of the profile that needs it', () => {
    const sharing = { ...other, reach: { ...OWN_REACH, pages: [API_ORIGIN] } };
    const ofOther = { ...own, api_origin: OTHER_API, profileId: other.id };
    const seeAs = (...profiles: [Profile, Profile]): TabStatus =>
      see(tab(PAGE_URL), { ...loggedIn(profiles), profile: profiles[1], isPermitted: false });
    expect(seeAs(PROFILE, other)).toEqual({ kind: 'not-permitted', ...own });
    expect(seeAs(PROFILE, sharing)).toEqual({ kind: 'not-permitted', ...ofOther });
  });
});

describe('the permission that a tab needs', () => {
  it.each<[string, ActiveTab | undefined, Partial<TabSituation>, string[]]>([
    ['is for its page and the API', tab(`${CHOSEN}/app`), {}, [API_ORIGIN, CHOSEN]],
    ['is for its page alone without a token', tab(`${CHOSEN}/app`), loggedOut, [CHOSEN]],
    ['is for its page alone where no token goes', tab('https://example.com/'), {}, ['https://example.com']],
    ['is none where the page is none of the web', tab('about:blank'), {}, []],
    ['is none where the page came in clear', tab('http://example.com/'), {}, []],
    ['is none without a tab', undefined, {}, []],
  ])('%s', (_case, front, { situation = buildSituation({ profiles: [chosen] }) }, origins) => {
    expect(getNeededOrigins(front, { situation })).toEqual(origins);
  });
});
