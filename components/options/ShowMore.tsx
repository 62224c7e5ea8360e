import type { JSX } from 'preact';
import { t } from '@/utils/platform/texts';
import { formatCount } from '../format-number';

/** The button below a slice of a long list. */
export function ShowMore({ hidden, onClick }: { hidden: number; onClick: () => void }): JSX.Element | null {
  if (hidden === 0) return null;
  return (
    <button type="button" onClick={onClick}>
      {t('options.showMore', { count: formatCount(hidden) })}
    </button>
  );
}
