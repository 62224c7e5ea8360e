import { getReach, type Reaches, type Switches } from '@/utils/injection/reach';
import { isKnetikCloudHost, readBaseUrl } from '@/utils/oauth2/base-url';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import type { ActiveTab } from '@/utils/platform/tabs';

/** What happens to the requests of the tab in front of the user. */
export type TabStatus =
  | { kind: 'foreign' | 'insecure' | 'logged-out' | 'paused' | 'needs-reload' }
  | { kind: 'off-tab'; tabId: number }
  /** A page whose requests would carry the token, or might if the user chose it. */
  | { kind: 'off-site' | 'not-permitted' | 'not-chosen'; page: string; api_origin: string }
  | { kind: 'carries'; page: string; tabId: number };

export interface TabSituation {
  state: TokenState;
  reaches: Reaches;
  switches: Switches;
  /** False when the browser keeps the extension off the page or the API. */
  isPermitted: boolean;
}

export function getTabStatus(tab: ActiveTab | undefined, situation: TabSituation): TabStatus {
  const { state, reaches, switches, isPermitted } = situation;
  const url = readWebAddress(tab?.url);
  const token = getHeldToken(state);
  if (!tab || !url) return { kind: 'foreign' };
  if (!token) return { kind: isPage(url, reaches) ? 'logged-out' : 'foreign' };
  if (!readBaseUrl(url.origin).ok) return { kind: 'insecure' };

  const { api_origin } = token;
  const page = url.origin;
  const isChosen = page === api_origin || getReach(reaches, api_origin).pages.includes(page);
  if (!isChosen) return { kind: 'not-chosen', page, api_origin };
  if (switches.paused) return { kind: 'paused' };
  if (switches.offSites.includes(page)) return { kind: 'off-site', page, api_origin };
  if (switches.offTabs.includes(tab.id)) return { kind: 'off-tab', tabId: tab.id };
  if (!isPermitted) return { kind: 'not-permitted', page, api_origin };
  return tab.hasRelay ? { kind: 'carries', page, tabId: tab.id } : { kind: 'needs-reload' };
}

/** The origins that the extension needs the permission for, so that this tab's requests can carry the token. */
export function getNeededOrigins(tab: ActiveTab | undefined, state: TokenState): string[] {
  const token = getHeldToken(state);
  const url = readWebAddress(tab?.url);
  const isUsable = url !== undefined && readBaseUrl(url.origin).ok;
  return [...(token ? [token.api_origin] : []), ...(isUsable ? [url.origin] : [])];
}

function readWebAddress(text = ''): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isPage({ hostname, origin }: URL, reaches: Reaches): boolean {
  return isKnetikCloudHost(hostname) || Object.values(reaches).some(({ pages }) => pages.includes(origin));
}
