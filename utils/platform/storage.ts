import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { ARMED_PAGES_KEY, type ArmedPages } from '@/utils/injection/arming';
import type { AwaitingPermission } from '@/utils/messages/popup-protocol';
import type { RequestJournal } from '@/utils/oauth2/request-journal';
import type { TokenForm } from '@/utils/oauth2/token-form';
import type { TokenState } from '@/utils/oauth2/token-state';
import type { Choices } from '@/utils/profiles/routes';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '@/utils/profiles/settings';
import type { ActivityEntry } from '@/utils/services/activity-recorder';
import { defineVersionedItem } from './versioned-item';

// `session` is memory only and closed to content scripts: everything secret lives there. Never call setAccessLevel.
// It is empty when another version of the extension starts, so that its items need no versions.

/** By the profile's id, as are the next ones. Written by the background alone. */
export const tokenStatesItem = storage.defineItem<Readonly<Record<string, TokenState>>>('session:tokenStates', {
  fallback: {},
});

export const requestJournalsItem = storage.defineItem<Readonly<Record<string, RequestJournal>>>(
  'session:requestJournals',
  { fallback: {} },
);

/** Until when a production profile may write, in milliseconds since the epoch. */
export const writingUntilItem = storage.defineItem<Readonly<Record<string, number>>>('session:writingUntil', {
  fallback: {},
});

/** A profile's form as typed so far, with its secrets, so that it survives the popup's closing. */
export const defineDraftForm = (profileId: string) => storage.defineItem<TokenForm>(`session:draftForm:${profileId}`);

/** The mark of each page origin, as long as the page is one. */
export const marksItem = storage.defineItem<Readonly<Record<string, string>>>('session:marks', { fallback: {} });

export const offTabsItem = storage.defineItem<readonly number[]>('session:offTabs', { fallback: [] });

/** The last requests; null until there was a login in this browser session. */
export const activityItem = storage.defineItem<readonly ActivityEntry[]>('session:activity');

/** By which the secret is recognized that the clipboard is to be cleared of (see clipboard.ts). */
export const copiedDigestItem = storage.defineItem<string>('session:copiedDigest');

/** What is to be done when the user has answered the browser's question. */
export const awaitingPermissionItem = storage.defineItem<AwaitingPermission>('session:awaitingPermission');

// `local` is on disk and open to content scripts: nothing here may be worth stealing.

/** The profile that the popup shows; null before one was chosen. */
export const currentProfileItem = defineVersionedItem<string | null>('local:currentProfile', {
  schema: v.nullable(v.string()),
  version: 1,
  fallback: null,
});

export const choicesItem = defineVersionedItem<Choices>('local:choices', {
  schema: v.record(v.string(), v.string()),
  version: 1,
  fallback: {},
});

export const settingsItem = defineVersionedItem<Settings>('local:settings', {
  schema: SettingsSchema,
  version: 1,
  fallback: DEFAULT_SETTINGS,
});

export const offSitesItem = defineVersionedItem<readonly string[]>('local:offSites', {
  schema: v.array(v.string()),
  version: 1,
  migrations: { 1: (bare) => bare },
  fallback: [],
});

export const pausedItem = defineVersionedItem<boolean>('local:paused', {
  schema: v.boolean(),
  version: 1,
  migrations: { 1: (bare) => bare },
  fallback: false,
});

/** Read by the page relay. Written anew at each start, so that it needs no version. */
export const armedPagesItem = storage.defineItem<ArmedPages>(`local:${ARMED_PAGES_KEY}`);
