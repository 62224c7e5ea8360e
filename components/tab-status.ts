import { isKnetikCloudHost } from '@/utils/oauth2/base-url';
import { getHeldToken, type TokenState } from '@/utils/oauth2/token-state';
import type { ActiveTab } from '@/utils/platform/tabs';

/** What happens to the requests of the tab in front of the user. */
export type TabStatus =
  | { kind: 'foreign' | 'logged-out' | 'paused' | 'needs-reload' | 'carries' }
  | { kind: 'other-host'; origin: string };

export function getTabStatus(tab: ActiveTab | undefined, state: TokenState, paused: boolean): TabStatus {
  const url = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  if (!tab || !url || !isKnetikCloudHost(url.hostname)) return { kind: 'foreign' };
  const token = getHeldToken(state);
  if (!token) return { kind: 'logged-out' };
  if (url.origin !== token.api_origin) return { kind: 'other-host', origin: token.api_origin };
  if (paused) return { kind: 'paused' };
  return { kind: tab.hasRelay ? 'carries' : 'needs-reload' };
}
