import { describe, expect, it } from 'vitest';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';
import type { ActiveTab } from '@/utils/platform/tabs';
import { API_ORIGIN, ISSUED_TOKEN } from '@/utils/testing/examples';
import { PAGE_URL } from '@/utils/testing/fake-realm';
import { getTabStatus, type TabStatus } from './tab-status';

const issued: TokenState = { kind: 'issued', token: ISSUED_TOKEN };
const tab = (url?: string, hasRelay = true): ActiveTab => ({ id: 7, ...(url !== undefined && { url }), hasRelay });
const otherHost = { kind: 'other-host', origin: API_ORIGIN } as const;
const foreign = { kind: 'foreign' } as const;

describe("the tab's status", () => {
  it.each<[string, ActiveTab | undefined, TokenState, boolean, TabStatus]>([
    ['without a tab', undefined, issued, false, foreign],
    ['of a tab that the extension may not see', tab(), issued, false, foreign],
    ['of another site', tab('https://example.com/'), issued, false, foreign],
    ['of a look-alike', tab('https://knetikcloud.com.example/'), issued, false, foreign],
    ['of a page of the browser', tab('chrome://newtab/'), issued, false, foreign],
    ['of an address that is none', tab('https://'), issued, false, foreign],
    ['without a token', tab(PAGE_URL), NO_TOKEN, false, { kind: 'logged-out' }],
    ['without a token, also while paused', tab(PAGE_URL), NO_TOKEN, true, { kind: 'logged-out' }],
    [
      'after a failed login',
      tab(PAGE_URL),
      { kind: 'unreachable', failure: { code: 'dns' } },
      false,
      { kind: 'logged-out' },
    ],
    ['of another host of KnetikCloud', tab('https://app.knetikcloud.com/'), issued, false, otherHost],
    ['of another port', tab(`${API_ORIGIN}:8443/`), issued, false, otherHost],
    ['over http', tab('http://devsandbox.knetikcloud.com/'), issued, true, otherHost],
    ['while paused', tab(PAGE_URL), issued, true, { kind: 'paused' }],
    ['while paused, of an old page', tab(PAGE_URL, false), issued, true, { kind: 'paused' }],
    ['of a page older than the extension', tab(PAGE_URL, false), issued, false, { kind: 'needs-reload' }],
    ['of a page that carries the token', tab(PAGE_URL), issued, false, { kind: 'carries' }],
    [
      'of such a page after a failed renewal',
      tab(PAGE_URL),
      { ...issued, kind: 'unreachable', failure: { code: 'dns' } },
      false,
      { kind: 'carries' },
    ],
  ])('%s', (_case, front, state, paused, status) => {
    expect(getTabStatus(front, state, paused)).toEqual(status);
  });
});
