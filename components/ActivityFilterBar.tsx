import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import type { ActivityFilter } from './filter-activity';

interface ActivityFilterBarProps {
  filter: ActivityFilter;
  onChange: (filter: ActivityFilter) => void;
}

/** What of the list is shown. */
export function ActivityFilterBar({ filter, onChange }: ActivityFilterBarProps): JSX.Element {
  return (
    <div class="activity-filter" role="search">
      <input
        type="search"
        aria-label={t('activity.filter')}
        placeholder={t('activity.filter')}
        value={filter.text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <label class="option">
        <input
          type="checkbox"
          checked={filter.isOnlyWithout}
          onChange={(event) => onChange({ ...filter, isOnlyWithout: event.currentTarget.checked })}
        />
        <span>{t('activity.onlyWithout')}</span>
      </label>
    </div>
  );
}
