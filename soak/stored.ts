import type { Popup } from '../e2e/support/popup.ts';
import type { IssuedToken } from '../utils/oauth2/token-response.ts';
import type { Profile } from '../utils/profiles/profile.ts';

declare const browser: {
  alarms: { getAll(): Promise<{ name: string }[]> };
  declarativeNetRequest?: { getSessionRules(): Promise<unknown[]> };
};

/** What the extension keeps, as far as the soak looks at it. */
export interface Stored {
  tokens: Readonly<Record<string, IssuedToken>>;
  /** Ids of profiles with a request under way. */
  journals: string[];
  alarms: string[];
  profiles: Readonly<Record<string, Profile>>;
  localBytes: number;
  /** Without the last requests, whose number has a limit of its own. */
  sessionBytes: number;
  lastRequests: number;
}

export async function readStored(control: Popup): Promise<Stored> {
  const [local, session, alarms] = await Promise.all([
    control.readStorage('local'),
    control.readStorage('session'),
    control.page.evaluate(async () => (await browser.alarms.getAll()).map(({ name }) => name)),
  ]);
  const { tokenStates = {}, requestJournals = {}, activity = [], ...rest } = session;
  const states = Object.entries(tokenStates as Record<string, { token?: IssuedToken }>);
  const journals = Object.entries(requestJournals as object).filter(([, journal]) => journal !== null);
  const profiles = Object.entries(local).filter(([key]) => key.startsWith('profile:'));
  return {
    tokens: Object.fromEntries(states.flatMap(([id, { token }]) => (token ? [[id, token] as const] : []))),
    journals: journals.map(([id]) => id),
    alarms: alarms.toSorted(),
    profiles: Object.fromEntries(
      profiles.map(([key, stored]) => [key.slice('profile:'.length), (stored as { value: Profile }).value]),
    ),
    localBytes: JSON.stringify(local).length,
    sessionBytes: JSON.stringify({ tokenStates, requestJournals, ...rest }).length,
    lastRequests: (activity as unknown[]).length,
  };
}

/** Chromium's rules that add a header; in Firefox there are none. */
export function countRules(control: Popup): Promise<number> {
  return control.page.evaluate(async () => (await browser.declarativeNetRequest?.getSessionRules())?.length ?? 0);
}
