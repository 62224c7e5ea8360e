import type { AskedRequest } from '@/utils/injection/condition';
import type { Verdict } from '@/utils/injection/explain-request';
import { activityItem } from '@/utils/platform/storage';
import { getActiveTab } from '@/utils/platform/tabs';
import { readSituation } from '@/utils/platform/situation';
import { guessRequest } from '@/utils/profiles/guess-request';
import { readWebAddress } from './tab-status';

export type ActivityEntry = NonNullable<Awaited<ReturnType<typeof activityItem.getValue>>>[number];

/** A request to be explained, as it is filled in. */
export interface ExplainedRequest extends Omit<AskedRequest, 'tabId'> {
  /** The tab that it is of, where that is known. */
  tabId?: number;
  /** How it went, where it is one of the list. */
  outcome?: { verdict: Verdict; sentAtMs: number };
}

export function fromEntry(entry: ActivityEntry): ExplainedRequest {
  const { origin, path, method, kind, page, tabId, verdict, sentAtMs } = entry;
  const hasOwnHeader = verdict === 'own-header';
  return { url: origin + path, method, kind, page, tabId, hasOwnHeader, outcome: { verdict, sentAtMs } };
}

/**
 * A request such as a page makes.
 * @param address of the page; without it the tab in front of the user
 */
export async function fromPage(address?: string): Promise<ExplainedRequest> {
  const tab = address === undefined ? await getActiveTab() : undefined;
  const url = readWebAddress(address ?? tab?.url);
  const nothingKnown = { url: '', method: 'GET', kind: 'call', page: undefined, hasOwnHeader: false } as const;
  if (!url) return nothingKnown;
  const guessed = guessRequest(url, await readSituation());
  return { ...nothingKnown, url: guessed, page: url.origin, ...(tab && { tabId: tab.id }) };
}
