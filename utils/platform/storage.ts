import { storage } from 'wxt/utils/storage';
import { ARMED_PAGES_KEY, type ArmedPages } from '@/utils/injection/arming';
import type { TokenForm } from '@/utils/oauth2/token-form';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import { NO_TOKEN, type TokenState } from '@/utils/oauth2/token-state';

// `session` is memory only and closed to content scripts: everything secret lives there. Never call setAccessLevel.

export const tokenStateItem = storage.defineItem<TokenState>('session:tokenState', { fallback: NO_TOKEN });

export const requestJournalItem = storage.defineItem<RequestJournal>('session:requestJournal');

/** The form as typed so far, with its secrets, so that it survives the popup's closing. */
export const draftFormItem = storage.defineItem<TokenForm>('session:draftForm');

/** The mark of this browser session, and the pages that were told it. */
export const markItem = storage.defineItem<{ mark: string; pageOrigins: readonly string[] }>('session:mark');

// `local` is on disk and open to content scripts: nothing here may be worth stealing.

/** The form of the last login without its secrets. */
export const rememberedFormItem = storage.defineItem<TokenForm>('local:rememberedForm');

export const pausedItem = storage.defineItem<boolean>('local:paused', { fallback: false });

/** Read by the page relay. */
export const armedPagesItem = storage.defineItem<ArmedPages>(`local:${ARMED_PAGES_KEY}`);
