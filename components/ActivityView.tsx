import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readPageToExplain } from '@/utils/platform/page-tab';
import { activityItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import { ActivityRequests } from './ActivityRequests';
import { ExplainView } from './ExplainView';
import { type ExplainedRequest, fromEntry, fromPage } from './explained-request';
import { useStored } from './use-stored';

/** The last requests; and of one of them, or of an address, why it carries the token or not. */
export function ActivityView({ onClear }: { onClear: () => void }): JSX.Element | null {
  const entries = useStored(activityItem);
  const [explained, setExplained] = useState<ExplainedRequest>();
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const address = readPageToExplain();
    if (address !== undefined) void fromPage(address).then(setExplained);
  }, []);
  // Before anything is painted: the focus is at no time nowhere.
  useLayoutEffect(() => {
    if (!explained) opener.current?.focus();
  }, [explained]);
  if (entries === undefined) return null;
  const open = (request: ExplainedRequest): void => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setExplained(request);
  };
  return (
    <>
      {explained ? <ExplainView initial={explained} onBack={() => setExplained(undefined)} /> : null}
      {/* Kept, so that filter, place and focus are there again. */}
      <section class="activity" aria-label={t('activity.heading')} hidden={explained !== undefined}>
        <ActivityRequests entries={entries ?? []} onPick={(entry) => open(fromEntry(entry))}>
          <button type="button" class="quiet" onClick={() => void fromPage().then(open)}>
            {t('activity.explainUrl')}
          </button>
          <button type="button" class="quiet" onClick={onClear} disabled={!entries?.length}>
            {t('activity.clear')}
          </button>
        </ActivityRequests>
      </section>
    </>
  );
}
