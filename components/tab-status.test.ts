import { describe, expect, it } from 'vitest';
import { OWN_REACH, type Reaches } from '@/utils/injection/reach';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import type { ActiveTab } from '@/utils/platform/tabs';
import { ALL_ON, API_ORIGIN, ISSUED_TOKEN } from '@/utils/testing/examples';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { getNeededOrigins, getTabStatus, type TabSituation, type TabStatus } from './tab-status';

const CHOSEN = 'http://localhost:3000';
const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const reaches: Reaches = { [API_ORIGIN]: { ...OWN_REACH, pages: [CHOSEN] } };
const situation: TabSituation = { state: issued, reaches, switches: ALL_ON, isPermitted: true };
const loggedOut = { state: NO_TOKEN };
const paused = { switches: { ...ALL_ON, paused: true } };
const offSite = { switches: { ...ALL_ON, offSites: [API_ORIGIN] } };
const offTab = { switches: { ...ALL_ON, offTabs: [7] } };

const tab = (url?: string, hasRelay = true): ActiveTab => ({ id: 7, ...(url !== undefined && { url }), hasRelay });
const notChosen = (page: string): TabStatus => ({ kind: 'not-chosen', page, api_origin: API_ORIGIN });
const carries = (page = API_ORIGIN, tabId = 7): TabStatus => ({ kind: 'carries', page, tabId });
const foreign = { kind: 'foreign' } as const;
const own = { page: API_ORIGIN, api_origin: API_ORIGIN };

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
    ['without a token, also while paused', tab(PAGE_URL), { ...loggedOut, ...paused }, { kind: 'logged-out' }],
    [
      'after a failed login',
      tab(PAGE_URL),
      { state: { kind: 'unreachable', failure: { code: 'dns' } } },
      { kind: 'logged-out' },
    ],
    ['of another site', tab('https://example.com/x'), {}, notChosen('https://example.com')],
    ['of a look-alike', tab('https://knetikcloud.com.example/'), {}, notChosen('https://knetikcloud.com.example')],
    [
      'of another host of KnetikCloud',
      tab('https://app.knetikcloud.com/'),
      {},
      notChosen('https://app.knetikcloud.com'),
    ],
    ['of another port', tab(`${API_ORIGIN}:8443/`), {}, notChosen(`${API_ORIGIN}:8443`)],
    [
      'of a page that was chosen for another login',
      tab('https://other.example/'),
      { reaches: { 'https://api.example': { ...OWN_REACH, pages: ['https://other.example'] } } },
      notChosen('https://other.example'),
    ],
    ['of such a page while paused', tab('https://example.com/'), paused, notChosen('https://example.com')],
    ['over http', tab('http://devsandbox.knetikcloud.com/'), paused, { kind: 'insecure' }],
    ['while paused', tab(PAGE_URL), paused, { kind: 'paused' }],
    ['while paused, of an old page', tab(PAGE_URL, false), paused, { kind: 'paused' }],
    ['of a site that is switched off', tab(PAGE_URL), offSite, { kind: 'off-site', ...own }],
    ['of a tab that is switched off', tab(PAGE_URL), offTab, { kind: 'off-tab', tabId: 7 }],
    ['of another tab than the one switched off', { ...tab(PAGE_URL), id: 8 }, offTab, carries(API_ORIGIN, 8)],
    ['without the permission', tab(PAGE_URL), { isPermitted: false }, { kind: 'not-permitted', ...own }],
    ['of a page older than the extension', tab(PAGE_URL, false), {}, { kind: 'needs-reload' }],
    ['of a page that carries the token', tab(PAGE_URL), {}, carries()],
    ['of a chosen page', tab(`${CHOSEN}/app#/users`), {}, carries(CHOSEN)],
    [
      'of such a page after a failed renewal',
      tab(PAGE_URL),
      { state: { ...issued, kind: 'unreachable', failure: { code: 'dns' } } },
      carries(),
    ],
  ])('%s', (_case, front, part, status) => {
    expect(getTabStatus(front, { ...situation, ...part })).toEqual(status);
  });
});

describe('the permission that a tab needs', () => {
  it.each<[string, ActiveTab | undefined, TokenState, string[]]>([
    ['is for its page and the API', tab(`${CHOSEN}/app`), issued, [API_ORIGIN, CHOSEN]],
    ['is for its page alone without a token', tab(`${CHOSEN}/app`), NO_TOKEN, [CHOSEN]],
    ['is for the API alone where the page is none of the web', tab('about:blank'), issued, [API_ORIGIN]],
    ['is none without both', undefined, NO_TOKEN, []],
  ])('%s', (_case, front, state, origins) => {
    expect(getNeededOrigins(front, state)).toEqual(origins);
  });
});
