import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/platform/texts';
import type { Profile } from '@/utils/profiles/profile';
import { type ProfileList, UNDO_MS } from '@/utils/profiles/profile-list';
import { useNow } from '../use-now';
import { formatCount, formatSeconds } from '../format-number';

export interface UndoBarProps {
  /** All that are stored, removed ones too. */
  profiles: ProfileList;
  onRestore: (ids: string[]) => void;
}

/** Says what was deleted within the last minute, and brings all of it back. */
export function UndoBar({ profiles, onRestore }: UndoBarProps): JSX.Element {
  const nowMs = useNow();
  const removed = profiles.filter(({ removedAtMs }) => leftMs(removedAtMs, nowMs) > 0);
  const leftSeconds = Math.ceil(Math.min(...removed.map(({ removedAtMs }) => leftMs(removedAtMs, nowMs))) / 1000);
  const button = useRef<HTMLButtonElement>(null);
  const countBefore = useRef(removed.length);
  useEffect(() => {
    // With the row that was deleted its button is gone, and the keyboard would begin at the top of the page.
    const isFocusLost = document.activeElement === document.body;
    if (removed.length > countBefore.current && isFocusLost) button.current?.focus();
    countBefore.current = removed.length;
  }, [removed.length]);
  return (
    <div class={removed.length === 0 ? undefined : 'undo-bar'}>
      {/* The region is there before its text: only then is the text announced. */}
      <p role="status">{removed.length === 0 ? '' : describeRemoved(removed)}</p>
      {removed.length === 0 ? null : (
        <>
          <span class="hint">{formatSeconds(leftSeconds)}</span>
          <button ref={button} type="button" onClick={() => onRestore(removed.map(({ id }) => id))}>
            {t('profiles.undo')}
          </button>
        </>
      )}
    </div>
  );
}

function leftMs(removedAtMs: number | undefined, nowMs: number): number {
  return removedAtMs === undefined ? 0 : removedAtMs + UNDO_MS - nowMs;
}

function describeRemoved(removed: readonly Profile[]): string {
  const [first, ...others] = removed;
  return others.length === 0
    ? t('profiles.deleted', { name: first?.name ?? '' })
    : t('profiles.deletedSeveral', { count: formatCount(removed.length) });
}
