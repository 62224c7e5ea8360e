import { useEffect, useState } from 'preact/hooks';
import { listConditions, type Judged } from '@/utils/injection/list-conditions';
import { fromSocketUrl } from '@/utils/injection/socket-origin';
import { isConfidentialOrigin, readBaseUrl } from '@/utils/oauth2/base-url';
import { getEngine } from '@/utils/platform/engine';
import { findPageTab, type PageTab } from '@/utils/platform/page-tab';
import { watchStored } from '@/utils/platform/popup-state';
import { readSituation } from '@/utils/platform/situation';
import { watchActiveTab } from '@/utils/platform/tabs';
import { buildHeaderProfiles } from '@/utils/profiles/header-profiles';
import { settleRoutes } from '@/utils/profiles/routes';
import { listLoggedIn } from '@/utils/profiles/situation';
import type { ExplainedRequest } from './explained-request';
import { useHostPermission } from './use-host-permission';
import { useLive } from './use-live';
import { useNow } from './use-now';

/** What is judged, in the user's words. */
export interface ShownConditions extends Omit<Judged, 'profileId'> {
  /** The name of the profile in force. */
  profile: string | undefined;
  /** Of those that would fit, too. */
  others: string[];
}

/** The conditions for this request, kept up to date; undefined until all is read. */
export function useConditions(request: ExplainedRequest): ShownConditions | undefined {
  const situation = useLive(readSituation, watchStored);
  const tab = usePageTab(request);
  const nowMs = useNow();
  const url = fromSocketUrl(request.url);
  const isConfidential = isConfidentialOrigin(url);
  const origins = [...new Set([url.origin, ...(request.page === undefined ? [] : [request.page])])];
  // Of others the browser cannot be asked.
  const askable = origins.filter((origin) => readBaseUrl(origin).ok);
  const isPermitted = useHostPermission(askable);
  if (!situation || tab === 'unread') return undefined;
  const { conditions, profileId } = listConditions(
    { ...request, tabId: request.tabId ?? tab?.id ?? -1 },
    {
      profiles: buildHeaderProfiles(situation, nowMs),
      switches: situation.switches,
      earlierTokens: new Map(),
      engine: getEngine(),
    },
    {
      nowMs,
      isConfidential,
      isPermitted: askable.length < origins.length ? undefined : isPermitted,
      hasPageScript: tab?.hasRelay,
    },
  );
  const nameOf = (id: string): string[] => situation.profiles.flatMap((each) => (each.id === id ? [each.name] : []));
  const { contests } = settleRoutes(listLoggedIn(situation), situation.choices);
  const contest = contests.find(({ page, api }) => page === (request.page ?? '') && api === url.origin);
  const others = (contest?.profileIds ?? []).filter((id) => id !== profileId).flatMap(nameOf);
  return { conditions, profile: nameOf(profileId ?? '')[0], others };
}

function usePageTab({ page, tabId }: ExplainedRequest): PageTab | undefined | 'unread' {
  const [tab, setTab] = useState<PageTab | undefined | 'unread'>('unread');
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = page === undefined ? undefined : await findPageTab(page, tabId);
      if (!isOver) setTab(found);
    };
    void look();
    const stop = watchActiveTab(() => void look());
    return () => {
      isOver = true;
      stop();
    };
  }, [page, tabId]);
  return tab;
}
