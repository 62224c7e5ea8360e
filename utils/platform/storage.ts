import { storage } from 'wxt/utils/storage';
import { ARMED_PAGES_KEY, type ArmedPages } from '@/utils/injection/arming';
import type { Reaches } from '@/utils/injection/reach';
import type { AwaitingPermission } from '@/utils/messages/popup-protocol';
import type { TokenForm } from '@/utils/oauth2/token-form';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { ActivityEntry } from '@/utils/services/activity-recorder';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';

// `session` is memory only and closed to content scripts: everything secret lives there. Never call setAccessLevel.

export const tokenStateItem = storage.defineItem<TokenState>('session:tokenState', { fallback: NO_TOKEN });

export const requestJournalItem = storage.defineItem<RequestJournal>('session:requestJournal');

/** The form as typed so far, with its secrets, so that it survives the popup's closing. */
export const draftFormItem = storage.defineItem<TokenForm>('session:draftForm');

/** The mark of this browser session, and the pages that were told it. */
export const markItem = storage.defineItem<{ mark: string; pageOrigins: readonly string[] }>('session:mark');

export const offTabsItem = storage.defineItem<readonly number[]>('session:offTabs', { fallback: [] });

/** The last requests; null until there was a login in this browser session. */
export const activityItem = storage.defineItem<readonly ActivityEntry[]>('session:activity');

/** What is to be done when the user has answered the browser's question. */
export const awaitingPermissionItem = storage.defineItem<AwaitingPermission>('session:awaitingPermission');

// `local` is on disk and open to content scripts: nothing here may be worth stealing.

/** The form of the last login without its secrets. */
export const rememberedFormItem = storage.defineItem<TokenForm>('local:rememberedForm');

/** Where the tokens of each login may go; by the login's origin. */
export const reachesItem = storage.defineItem<Reaches>('local:reaches', { fallback: {} });

export const offSitesItem = storage.defineItem<readonly string[]>('local:offSites', { fallback: [] });

export const pausedItem = storage.defineItem<boolean>('local:paused', { fallback: false });

/** Read by the page relay. */
export const armedPagesItem = storage.defineItem<ArmedPages>(`local:${ARMED_PAGES_KEY}`);
