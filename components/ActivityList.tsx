import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { getLanguage, t } from '@/utils/platform/texts';
import type { ActivityEntry } from './explained-request';
import { hasCarried, VERDICT_TEXTS } from './verdict-texts';

interface ActivityListProps {
  entries: readonly ActivityEntry[];
  picked: ActivityEntry | undefined;
  onPick: (entry: ActivityEntry) => void;
}

interface Formats {
  time: Intl.DateTimeFormat;
  duration: Intl.NumberFormat;
}

/** The requests, each with whether it carried the token or why not; each opens its explanation. */
export function ActivityList({ entries, picked, onPick }: ActivityListProps): JSX.Element {
  const language = getLanguage();
  // Once for all rows: to make one takes longer than to use it.
  const formats = useMemo<Formats>(
    () => ({
      time: new Intl.DateTimeFormat(language, { timeStyle: 'medium' }),
      duration: new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 }),
    }),
    [language],
  );
  const keys = listKeys(entries);
  const pickedKey = picked && JSON.stringify(picked);
  return (
    <ol>
      {entries.map((entry, index) => (
        <EntryRow
          key={keys[index]}
          entry={entry}
          isPicked={pickedKey !== undefined && JSON.stringify(entry) === pickedKey}
          formats={formats}
          onPick={onPick}
        />
      ))}
    </ol>
  );
}

interface EntryRowProps {
  entry: ActivityEntry;
  isPicked: boolean;
  formats: Formats;
  onPick: (entry: ActivityEntry) => void;
}

/** Built once: an entry never changes, though each change of the list brings them all anew. */
function EntryRow({ entry, isPicked, formats, onPick }: EntryRowProps): JSX.Element {
  const latest = useRef(onPick);
  latest.current = onPick;
  return useMemo(
    () => (
      <li class={hasCarried(entry.verdict) ? 'sent' : 'not-sent'}>
        <button
          type="button"
          class="entry"
          aria-current={isPicked ? 'true' : undefined}
          onClick={() => latest.current(entry)}
        >
          <EntryText entry={entry} formats={formats} />
        </button>
      </li>
    ),
    [JSON.stringify(entry), isPicked, formats],
  );
}

function EntryText({ entry, formats }: { entry: ActivityEntry; formats: Formats }): JSX.Element {
  const { sentAtMs, method, origin, path, page, verdict, profile, status, durationMs } = entry;
  const facts = [
    t(VERDICT_TEXTS[verdict]),
    ...(profile === undefined ? [] : [profile]),
    ...(verdict === 'other-page' && page !== undefined ? [t('activity.askedBy', { page })] : []),
    formats.time.format(sentAtMs),
    formats.duration.format(durationMs),
  ];
  return (
    <>
      <bdi dir="ltr" class="request">
        <strong>{method}</strong> <span>{origin === page ? path : origin + path}</span>
      </bdi>
      <span class={status === undefined || status >= 400 ? 'status problem' : 'status'}>
        {status ?? t('activity.noAnswer')}
      </span>
      <span class="hint">{facts.join(' · ')}</span>
    </>
  );
}

/** Names that stay with the entries while others come and go; two may have left at the same time. */
function listKeys(entries: readonly ActivityEntry[]): string[] {
  const counts = new Map<number, number>();
  return entries.map(({ sentAtMs }) => {
    const count = (counts.get(sentAtMs) ?? 0) + 1;
    counts.set(sentAtMs, count);
    return `${sentAtMs} ${count}`;
  });
}
