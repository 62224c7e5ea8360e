import { isKnetikCloudHost, readBaseUrl } from '@/utils/oauth2/base-url';
import type { ActiveTab } from '@/utils/platform/tabs';
import { getLoginOrigin, type Profile } from '@/utils/profiles/profile';
import { listRoutes, settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn, type Situation } from '@/utils/profiles/situation';

/** What happens to the requests of the tab in front of the user. */
export type TabStatus =
  | { kind: 'foreign' | 'insecure' | 'logged-out' | 'locked' | 'paused' | 'needs-reload' }
  | { kind: 'off-tab'; tabId: number }
  /** A page whose requests would carry a token, or might if the user chose it. */
  | { kind: 'off-site' | 'not-permitted' | 'not-chosen'; page: string; api_origin: string; profileId: string }
  /** `names`: of the profiles whose tokens it sends, if that is not plain. */
  | { kind: 'carries'; page: string; tabId: number; names: readonly string[] };

export interface TabSituation {
  /** The one that the popup shows. */
  profile: Profile;
  situation: Situation;
  isLocked: boolean;
  /** False when the browser keeps the extension off the page or the API. */
  isPermitted: boolean;
}

export function getTabStatus(tab: ActiveTab | undefined, stored: TabSituation): TabStatus {
  const { profile, situation, isLocked, isPermitted } = stored;
  const { switches, choices } = situation;
  const url = readWebAddress(tab?.url);
  if (!tab || !url) return { kind: 'foreign' };
  const loggedIn = listLoggedIn(situation);
  const page = url.origin;
  const { routes } = settleRoutes(loggedIn, choices);
  const sending = loggedIn.filter((each) => routes.get(each.profile.id)?.some((route) => route.page === page));
  const current = loggedIn.find((each) => each.profile.id === profile.id);
  const [sender] = current && sending.includes(current) ? [current] : sending;
  const asked = sender ?? current;
  if (!asked) return { kind: isPage(url, profile) ? (isLocked ? 'locked' : 'logged-out') : 'foreign' };
  if (!readBaseUrl(page).ok) return { kind: 'insecure' };
  const chosen = { page, api_origin: asked.api_origin, profileId: asked.profile.id };
  if (!sender) return { kind: 'not-chosen', ...chosen };
  if (switches.paused) return { kind: 'paused' };
  if (switches.offSites.includes(page)) return { kind: 'off-site', ...chosen };
  if (switches.offTabs.includes(tab.id)) return { kind: 'off-tab', tabId: tab.id };
  if (!isPermitted) return { kind: 'not-permitted', ...chosen };
  if (!tab.hasRelay) return { kind: 'needs-reload' };
  const isPlain = sending.length === 1 && sender.profile.id === profile.id;
  return { kind: 'carries', page, tabId: tab.id, names: isPlain ? [] : sending.map((each) => each.profile.name) };
}

/** The origins that the extension needs the permission for, so that this tab's requests can carry the token. */
export function getNeededOrigins(tab: ActiveTab | undefined, { situation }: Pick<TabSituation, 'situation'>): string[] {
  const url = readWebAddress(tab?.url);
  if (!url || !readBaseUrl(url.origin).ok) return [];
  const apis = listLoggedIn(situation).flatMap((each) =>
    listRoutes(each).some(({ page }) => page === url.origin) ? each.api_origin : [],
  );
  return [...new Set([...apis, url.origin])];
}

export function readWebAddress(text = ''): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isPage({ hostname, origin }: URL, profile: Profile): boolean {
  return isKnetikCloudHost(hostname) || profile.reach.pages.includes(origin) || getLoginOrigin(profile) === origin;
}
