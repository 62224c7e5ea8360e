import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { askBackground } from '@/utils/platform/popup-messages';
import { activityItem } from '@/utils/platform/storage';
import { t } from '@/utils/platform/texts';
import { ActivityRequests } from './ActivityRequests';
import { ExplainView } from './ExplainView';
import { TroubleNotice } from './TroubleNotice';
import { type ActivityEntry, fromEntry } from './explained-request';
import { useAsking } from './use-asking';
import { useStored } from './use-stored';

/** The requests of the inspected tab, through all its navigations, with the explanation of one beside them. */
export function DevtoolsPanel({ tabId }: { tabId: number | undefined }): JSX.Element | null {
  const entries = useStored(activityItem);
  const { trouble, watch } = useAsking();
  const [picked, setPicked] = useState<ActivityEntry>();
  if (tabId === undefined) return <p class="empty">{t('devtools.noTab')}</p>;
  if (entries === undefined) return null;
  const ofTab = (entries ?? []).filter((entry) => entry.tabId === tabId);
  const clear = (): void => {
    setPicked(undefined);
    void watch(askBackground('clearTabActivity', tabId));
  };
  return (
    <main class="devtools-panel">
      <h1 class="visually-hidden">{t('devtools.heading')}</h1>
      <section class="activity" aria-label={t('devtools.heading')}>
        <TroubleNotice trouble={trouble} advice="" />
        <ActivityRequests entries={ofTab} picked={picked} onPick={setPicked}>
          <button type="button" class="quiet" title={t('devtools.clearHint')} onClick={clear} disabled={!ofTab.length}>
            {t('activity.clear')}
          </button>
        </ActivityRequests>
      </section>
      <aside aria-label={t('explain.heading')}>
        {picked ? (
          <ExplainView key={`${picked.sentAtMs} ${picked.path}`} initial={fromEntry(picked)} />
        ) : (
          <p class="hint empty">{t('devtools.choose')}</p>
        )}
      </aside>
    </main>
  );
}
