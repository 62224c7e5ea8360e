import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import { ActivityFilterBar } from './ActivityFilterBar';
import { ActivityList } from './ActivityList';
import { filterActivity } from './filter-activity';
import { formatCount } from './format-number';
import type { ActivityEntry } from './explained-request';

interface ActivityRequestsProps {
  /** The oldest first. */
  entries: readonly ActivityEntry[];
  picked?: ActivityEntry | undefined;
  onPick: (entry: ActivityEntry) => void;
  /** What else can be done with the list. */
  children: ComponentChildren;
}

/** A filter, and the requests that fit it, the newest first. */
export function ActivityRequests({ entries, picked, onPick, children }: ActivityRequestsProps): JSX.Element {
  const [filter, setFilter] = useState({ text: '', isOnlyWithout: false });
  const shown = filterActivity(entries, filter).toReversed();
  return (
    <>
      <ActivityFilterBar filter={filter} onChange={setFilter} />
      <div class="activity-head">
        <p class="hint" role="status">
          {t('activity.shown', { shown: formatCount(shown.length), all: formatCount(entries.length) })}
        </p>
        <div class="activity-actions">{children}</div>
      </div>
      {shown.length === 0 ? <p class="hint empty">{getEmptyText(entries.length, filter.text)}</p> : null}
      <ActivityList entries={shown} picked={picked} onPick={onPick} />
    </>
  );
}

function getEmptyText(count: number, text: string): string {
  if (count === 0) return t('activity.nothingYet');
  return text.trim() === '' ? t('activity.allCarried') : t('activity.nothingFits');
}
